import { useEffect, useRef, useState } from 'preact/hooks';
import { go, href, hrefHere, param, pathOf } from '../address';
import { type Answer, ask, useAnswer } from '../ask';
import { EditedDocument, type EditedQuery, type OutcomeFragment, type RecordedFragment, RevisionDocument, type RevisionQuery } from '../generated/graphql';
import { sayEntryAt } from '../log/addressed';
import { To, nameOf } from '../parts/links';
import { sayVersion, thingOf } from '../parts/version';
import { Answered, View } from '../parts/view';
import { Unknown } from '../views/unknown';
import { editWords } from '../words/edit';
import { EntryForm } from './entry-form';
import { type Form, NATURES, type Nature } from './form';
import { FORMS } from './forms';
import { Receipt, Undo } from './receipt';
import { me } from './session';
import { signInHref } from './sign-in-link';

/** One of several forms. */
const What = ({ forms, legend }: { forms: readonly Form[]; legend: string }) => (
  <fieldset class="field">
    <legend>{legend}</legend>
    {forms.map(({ name }) => (
      <label key={name} class="check">
        <input type="radio" name="form" checked={param('form') === name} onChange={() => go(hrefHere({ form: name }), { replace: true })} />
        {editWords.value.forms[name]}
      </label>
    ))}
  </fieldset>
);

/** First whether something happened or was written wrong, then what. */
const Which = ({ forms, nature }: { forms: readonly Form[]; nature: Nature | null }) => {
  const w = editWords.value;
  const natures = NATURES.filter((one) => forms.some((form) => form.nature === one));
  return (
    <div class="entry">
      <fieldset class="field">
        <legend>{w.whichNature}</legend>
        {natures.map((one) => (
          <label key={one} class="check">
            <input type="radio" name="nature" checked={nature === one} onChange={() => go(hrefHere({ nature: one, form: null }), { replace: true })} />
            <span>
              <strong>{w.natures[one]}</strong> {w.naturesSay[one]}
            </span>
          </label>
        ))}
      </fieldset>
      {nature && <What forms={forms.filter((form) => form.nature === nature)} legend={w.whatOf[nature]} />}
    </div>
  );
};

/** The forms of things of a type, for who is signed in. */
const formsOf = (type: string): readonly Form[] => (FORMS[type] ?? FORMS['Body'] ?? []).filter(({ onlyFor }) => !onlyFor || onlyFor === me.value?.role);

interface OfGiven {
  thing: RecordedFragment;
  revision: number;
  onRenew: () => Promise<void>;
  onErased: (outcome: OutcomeFragment) => void;
}

const EditOf = ({ thing, revision, onRenew, onErased }: OfGiven) => {
  const w = editWords.value;
  const forms = formsOf(thing.__typename);
  const nature = NATURES.find((one) => one === param('nature')) ?? null;
  const form = forms.find(({ name, nature: of }) => name === param('form') && of === nature);
  const about = thingOf(thing) ?? thing;
  const version = sayVersion(thing);
  return (
    <View title={w.editTitle} says={version === nameOf(about) ? null : version}>
      <p class="onward">
        <To thing={about} />
        {thing.__typename === 'Membership' && <To thing={thing.body} />}
      </p>
      <Which forms={forms} nature={nature} />
      {form && (
        <EntryForm
          key={form.name}
          form={form}
          thing={thing}
          revision={revision}
          onRenew={onRenew}
          onErased={onErased}
          back={{ to: href(pathOf(about.id) ?? '/'), text: w.back }}
        />
      )}
    </View>
  );
};

/** The thing as it was when the form was opened, or looked at anew: what is written from here moves nothing under it. */
const useOpened = (id: string | null): { answer: Answer<EditedQuery>; renew: () => Promise<void> } => {
  const answer = useAnswer(EditedDocument, id ? { id } : null);
  const opened = useRef<EditedQuery | null>(null);
  const [renewed, setRenewed] = useState<EditedQuery | null>(null);
  opened.current ??= answer.data;
  return {
    answer: { ...answer, data: renewed ?? opened.current },
    renew: async () => setRenewed(await ask(EditedDocument, { id: id ?? '' })),
  };
};

/** Somebody is erased: neither the page nor its address says any longer who it was. */
const Erased = ({ outcome }: { outcome: OutcomeFragment }) => {
  const w = editWords.value;
  const id = outcome.made.find(({ node }) => node?.__typename === 'Person')?.node?.id;
  useEffect(() => go(href('/edit', { thing: id }), { replace: true }), []);
  return (
    <View title={w.forms.erase}>
      <Receipt outcome={outcome} back={{ to: href((id && pathOf(id)) ?? '/people'), text: w.back }} isForGood />
    </View>
  );
};

const Opened = ({ id, onErased }: { id: string | null; onErased: (outcome: OutcomeFragment) => void }) => {
  const { answer, renew } = useOpened(id);
  return (
    <Answered answer={answer}>
      {({ graph, node }) => (node ? <EditOf thing={node} revision={graph.revision} onRenew={renew} onErased={onErased} /> : <Unknown id={id ?? ''} />)}
    </Answered>
  );
};

/** What is not there yet is about nothing: first what it is. */
const EditNew = () => {
  const w = editWords.value;
  const forms = formsOf('New');
  const opened = useRef<RevisionQuery | null>(null);
  const answer = useAnswer(RevisionDocument, {});
  opened.current ??= answer.data;
  const form = forms.find(({ name }) => name === param('form'));
  return (
    <View title={w.newTitle}>
      <Answered answer={{ ...answer, data: opened.current }}>
        {({ graph: { revision } }) => (
          <>
            <div class="entry">
              <What forms={forms} legend={w.whatNew} />
            </div>
            {form && <EntryForm key={form.name} form={form} thing={null} revision={revision} back={{ to: href('/'), text: w.back }} />}
          </>
        )}
      </Answered>
    </View>
  );
};

/** Where the record is changed, or something that was written is taken back. */
export default () => {
  const w = editWords.value;
  const entry = param('undo');
  const [erasure, setErasure] = useState<OutcomeFragment | null>(null);
  if (!me.value)
    return (
      <View title={w.editTitle}>
        <p>
          {w.signInFirst} <a href={signInHref()}>{w.signIn}</a>
        </p>
      </View>
    );
  if (erasure) return <Erased outcome={erasure} />;
  if (entry)
    return (
      <View title={w.undo} says={sayEntryAt(entry)}>
        <Undo entry={entry} />
      </View>
    );
  if (!param('thing')) return <EditNew />;
  return <Opened key={param('thing')} id={param('thing')} onErased={setErasure} />;
};
