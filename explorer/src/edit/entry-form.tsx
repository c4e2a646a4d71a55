import { useState } from 'preact/hooks';
import { RecordDocument, type RecordedFragment, type SourceInput } from '../generated/graphql';
import { sayFailure } from '../parts/view';
import { editWords } from '../words/edit';
import { useEntry } from './entry';
import { DayField, FieldOf, TextField } from './fields';
import { type Form, actOf, newName } from './forms';
import { Outcome, Status } from './outcome';
import { Receipt } from './receipt';
import { me, send } from './session';

interface Given {
  form: Form;
  thing: RecordedFragment;
  revision: number;
  back: { to: string; text: string };
}

type Values = Readonly<Record<string, string>>;

const sourceOf = ({ sourceTitle, sourceDate, sourceUrl, sourceQuote }: Values): SourceInput | null =>
  sourceTitle && sourceQuote
    ? {
        passage: {
          document: { new: { title: sourceTitle, kind: 'document', ...(sourceDate && { date: sourceDate }), ...(sourceUrl && { url: sourceUrl }) } },
          quote: sourceQuote,
        },
      }
    : null;

/** Where it stands: all of it may be left out, a document needs its words. */
const Source = ({ values, set }: { values: Values; set: (name: string) => (value: string) => void }) => {
  const w = editWords.value;
  const isNamed = Boolean(values['sourceTitle']);
  return (
    <fieldset class="field">
      <legend>{w.whereSays}</legend>
      <TextField label={w.document} help={w.documentHelp} value={values['sourceTitle'] ?? ''} onChange={set('sourceTitle')} />
      {isNamed && (
        <>
          <TextField label={w.quote} isLong isRequired value={values['sourceQuote'] ?? ''} onChange={set('sourceQuote')} />
          <DayField label={w.documentDate} value={values['sourceDate'] ?? ''} onChange={set('sourceDate')} />
          <TextField label={w.documentUrl} value={values['sourceUrl'] ?? ''} onChange={set('sourceUrl')} />
        </>
      )}
    </fieldset>
  );
};

/** What every act is said in: its fields, where it stands and why; what follows is seen before it is written. */
export const EntryForm = ({ form, thing, revision, back }: Given) => {
  const w = editWords.value;
  const [values, setValues] = useState<Values>({});
  const why = values['why'] ?? '';
  const { outcome, failure, isWaiting, accepted, accept, ask, changed } = useEntry(async ({ key, mode, accept: taken }) => {
    const entry = { key, mode, accept: taken, seenRevision: revision, acts: [actOf(form, thing.id, values, why)], source: sourceOf(values), note: why || null };
    return (await send(RecordDocument, { entry })).record;
  });
  const set =
    (name: string) =>
    (value: string): void => {
      setValues((before) => ({ ...before, [name]: value }));
      changed();
    };
  const missing = form.fields.filter(({ name, isRequired }) => isRequired && !(newName(values[name] ?? '') ?? values[name]));
  const last = me.value?.role === 'PROPOSER' ? 'PROPOSE' : 'WRITE';
  if (outcome && ['WRITTEN', 'PROPOSED'].includes(outcome.status)) return <Receipt outcome={outcome} back={back} />;
  return (
    <form
      class="entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) ask('CHECK');
      }}
    >
      <h2>{w.forms[form.name]}</h2>
      {form.fields.map((field) => (
        <FieldOf key={field.name} field={field} thing={thing} values={values} onChange={set(field.name)} />
      ))}
      <Source values={values} set={set} />
      <TextField label={w.why} value={why} isLong isRequired={form.nature === 'correction'} onChange={set('why')} />
      {missing.length > 0 && (
        <p class="note">
          {w.missing}: {missing.map(({ label }) => w.fields[label].toLowerCase()).join(', ')}
        </p>
      )}
      <p>
        <button type="submit" class={outcome?.status === 'CHECKED' ? undefined : 'main'} disabled={isWaiting || missing.length > 0}>
          {w.check}
        </button>
      </p>
      {failure && (
        <p class="bad" role="alert">
          {sayFailure(failure)}
        </p>
      )}
      {outcome && (
        <section aria-live="polite">
          <h2>{w.follows}</h2>
          <Status outcome={outcome} />
          <Outcome outcome={outcome} form={form} accepted={accepted} onAccept={accept} onCandidate={(field, id) => set(field)(id)} />
          {outcome.status === 'CHECKED' && (
            <button type="button" class="main" disabled={isWaiting} onClick={() => ask(last)}>
              {last === 'WRITE' ? w.write : w.propose}
            </button>
          )}
        </section>
      )}
    </form>
  );
};
