import { useEffect } from 'preact/hooks';
import { param } from '../address';
import { type OutcomeFragment, RecordDocument, type RecordedFragment } from '../generated/graphql';
import { useSayActs } from '../log/acts';
import { nameOf } from '../parts/links';
import { Failed } from '../parts/view';
import { editWords } from '../words/edit';
import { useDraft } from './draft';
import { useEntry } from './entry';
import { FieldOf } from './fields';
import { TextField, named } from './inputs';
import { type Field, type Form, type Values, actOf, isAsked, isMissing, needsWhy, unreadOf } from './form';
import { Following } from './following';
import { fieldOf } from './outcome';
import { presentOf } from './present';
import { Receipt } from './receipt';
import { SayButton } from './say-button';
import { send } from './session';
import { Source, missingOfSource, sourceOf } from './source';

interface Given {
  form: Form;
  /** null: it is about nothing that is there. */
  thing: RecordedFragment | null;
  revision: number;
  /** Looks at the thing anew: somebody else has changed it. */
  onRenew?: () => Promise<void>;
  /** Once somebody is erased, who had the thing's name and address. */
  onErased?: (outcome: OutcomeFragment) => void;
  back: { to: string; text: string };
}

/** What every act is said in: its fields, where it stands and why; what follows is seen before it is written. */
export const EntryForm = ({ form, thing, revision, onRenew, onErased, back }: Given) => {
  const w = editWords.value;
  const [values, setValues] = useDraft<Values>('form', () =>
    Object.fromEntries(form.fields.flatMap(({ name }) => (param(name) ? [[name, param(name) ?? '']] : []))),
  );
  const why = values['why'] ?? '';
  const acts = [actOf(form, thing?.id ?? null, values, why)];
  const { outcome, failure, asking, accepted, accept, ask, changed, renew } = useEntry(async ({ key, mode, accept: taken }) => {
    const entry = {
      key,
      mode,
      accept: taken,
      seenRevision: revision,
      acts,
      source: sourceOf(values),
      note: why || null,
    };
    return (await send(RecordDocument, { entry })).record;
  });
  const sayActs = useSayActs(outcome ? [{ acts }] : []);
  const set =
    (name: string) =>
    (value: string, unread = ''): void => {
      setValues((before) => ({ ...before, [name]: value, [unreadOf(name)]: unread }));
      changed();
    };
  const fields = form.fields.filter((field) => isAsked(field, values));
  const shown = (field: Field) => (
    <FieldOf
      key={field.name}
      field={field}
      thing={thing}
      now={form.nature === 'change' ? null : presentOf(thing, field.name)}
      values={values}
      onChange={set(field.name)}
    />
  );
  const missing = [
    ...fields.filter((field) => isMissing(field, values, nameOf(thing))).map(({ label }) => named(w.fields[label])),
    ...missingOfSource(values).map(named),
    ...(needsWhy(form) && !why.trim() ? [named(w.why)] : []),
  ];
  useEffect(() => {
    if (outcome?.status === 'WRITTEN' && form.act === 'erase') onErased?.(outcome);
  }, [outcome]);
  if (outcome && ['WRITTEN', 'PROPOSED'].includes(outcome.status)) return <Receipt outcome={outcome} back={back} isForGood={form.warning !== undefined} />;
  return (
    <form
      class="entry"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) ask('CHECK');
      }}
    >
      <h2>{w.forms[form.name]}</h2>
      {form.warning && <p class="past">{w.warnings[form.warning]}</p>}
      {fields.filter(({ isMore }) => !isMore).map(shown)}
      {fields.some(({ isMore }) => isMore) && (
        <details class="field" open={fields.some(({ isMore, name }) => isMore && param(name))}>
          <summary>{w.more}</summary>
          {fields.filter(({ isMore }) => isMore).map(shown)}
        </details>
      )}
      {!form.warning && <Source values={values} set={set} />}
      <TextField label={w.why} value={why} isLong isRequired={needsWhy(form)} onChange={set('why')} />
      {missing.length > 0 && (
        <p class="note">
          {w.missing}: {missing.join(', ')}
        </p>
      )}
      <p>
        <SayButton asking={asking} mode="CHECK" isMain={outcome?.status !== 'CHECKED'} isOff={missing.length > 0}>
          {w.check}
        </SayButton>
      </p>
      <Failed failure={failure} />
      {outcome && (
        <Following
          outcome={outcome}
          form={form}
          {...(form.act === 'erase' ? { called: nameOf(thing) } : { said: sayActs(acts) })}
          accepted={accepted}
          onAccept={accept}
          onCandidate={(problem, id) => set(fieldOf(problem, form)?.name ?? '')(id)}
          {...(onRenew && { onRenew: () => renew(onRenew) })}
          asking={asking}
          onSay={ask}
        />
      )}
    </form>
  );
};
