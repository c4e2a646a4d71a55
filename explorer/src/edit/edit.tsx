import { useRef } from 'preact/hooks';
import { go, href, hrefHere, param, pathOf } from '../address';
import { type Answer, useAnswer } from '../ask';
import { EditedDocument, type EditedQuery, type RecordedFragment } from '../generated/graphql';
import { To } from '../parts/links';
import { sayVersion, thingOf } from '../parts/version';
import { Answered, View } from '../parts/view';
import { Unknown } from '../views/unknown';
import { editWords } from '../words/edit';
import { EntryForm } from './entry-form';
import { FORMS, type Form, type Nature } from './forms';
import { Undo } from './receipt';
import { me } from './session';

const NATURES: readonly Nature[] = ['change', 'correction'];

/** First whether something happened or was written wrong, then what. */
const Which = ({ forms, nature }: { forms: readonly Form[]; nature: Nature | null }) => {
  const w = editWords.value;
  return (
    <div class="entry">
      <fieldset class="field">
        <legend>{w.whichNature}</legend>
        {NATURES.map((one) => (
          <label key={one} class="check">
            <input type="radio" name="nature" checked={nature === one} onChange={() => go(hrefHere({ nature: one, form: null }), { replace: true })} />
            <span>
              <strong>{w.natures[one]}</strong> {w.naturesSay[one]}
            </span>
          </label>
        ))}
      </fieldset>
      {nature && (
        <fieldset class="field">
          <legend>{w.whatOf[nature]}</legend>
          {forms
            .filter((form) => form.nature === nature)
            .map(({ name }) => (
              <label key={name} class="check">
                <input type="radio" name="form" checked={param('form') === name} onChange={() => go(hrefHere({ form: name }), { replace: true })} />
                {w.forms[name]}
              </label>
            ))}
        </fieldset>
      )}
    </div>
  );
};

const EditOf = ({ thing, revision }: { thing: RecordedFragment; revision: number }) => {
  const w = editWords.value;
  const forms =
    FORMS[thing.__typename === 'Membership' || thing.__typename === 'Affiliation' || thing.__typename === 'Person' ? thing.__typename : 'Body'] ?? [];
  const nature = NATURES.find((one) => one === param('nature')) ?? null;
  const form = forms.find(({ name, nature: of }) => name === param('form') && of === nature);
  const about = thingOf(thing) ?? thing;
  return (
    <View title={w.editTitle} says={sayVersion(thing)}>
      <p class="onward">
        <To thing={about} />
        {thing.__typename === 'Membership' && <To thing={thing.body} />}
      </p>
      <Which forms={forms} nature={nature} />
      {form && <EntryForm key={form.name} form={form} thing={thing} revision={revision} back={{ to: href(pathOf(about.id) ?? '/'), text: w.back }} />}
    </View>
  );
};

/** The thing as it was when the form was opened: what is written from here moves nothing under it. */
const useOpened = (id: string | null): Answer<EditedQuery> => {
  const answer = useAnswer(EditedDocument, id ? { id } : null);
  const opened = useRef<EditedQuery | null>(null);
  opened.current ??= answer.data;
  return { ...answer, data: opened.current };
};

const Opened = ({ id }: { id: string | null }) => (
  <Answered answer={useOpened(id)}>{({ graph, node }) => (node ? <EditOf thing={node} revision={graph.revision} /> : <Unknown id={id ?? ''} />)}</Answered>
);

/** Where the record is changed, or something that was written is taken back. */
export default () => {
  const w = editWords.value;
  const entry = param('undo');
  if (!me.value)
    return (
      <View title={w.editTitle}>
        <p>
          {w.signInFirst} <a href={href('/sign-in')}>{w.signIn}</a>
        </p>
      </View>
    );
  if (entry)
    return (
      <View title={w.undo} says={entry}>
        <Undo entry={entry} />
      </View>
    );
  return <Opened key={param('thing')} id={param('thing')} />;
};
