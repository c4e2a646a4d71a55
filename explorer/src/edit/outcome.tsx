import type { OutcomeFragment } from '../generated/graphql';
import { Check } from '../parts/choice';
import { To, nameOf } from '../parts/links';
import { Sheet } from '../parts/sheet';
import { sayVersion } from '../parts/version';
import { editWords } from '../words/edit';
import { Consequences } from './consequences';
import type { Form } from './forms';

type Problem = OutcomeFragment['problems'][number];

interface Given {
  outcome: OutcomeFragment;
  form?: Form;
  accepted?: readonly string[];
  onAccept?: (problem: string, isOn: boolean) => void;
  /** Where somebody recorded is meant instead. */
  onCandidate?: (field: string, id: string) => void;
}

/** The field of the form that a problem is about. */
const fieldOf = ({ path }: Problem, form: Form | undefined) => form?.fields.find(({ name }) => path.includes(name));

const Problems = ({ outcome: { problems }, form, accepted = [], onAccept, onCandidate }: Given) => {
  const w = editWords.value;
  return (
    <ul class="plain problems">
      {problems.map((problem) => {
        const field = fieldOf(problem, form);
        return (
          <li key={problem.id} class="past">
            <p>
              {field && <strong>{w.fields[field.label]} </strong>}
              {w.problem[problem.code]}
            </p>
            {problem.things.length > 0 && (
              <p>
                {w.about}: {problem.things.map(sayVersion).join('; ')}
              </p>
            )}
            <details class="why">
              <summary aria-label={`${w.details}: ${w.problem[problem.code]}`}>{w.details}</summary>
              <p class="note" lang="en">
                {problem.message}
              </p>
            </details>
            {field?.kind === 'person' &&
              problem.candidates.map((one) => (
                <p key={one.id}>
                  <button type="button" onClick={() => onCandidate?.(field.name, one.id)}>
                    {w.use(nameOf(one))}
                  </button>{' '}
                  <To thing={{ id: one.id, name: one.id.slice(one.id.indexOf(':') + 1) }} />
                </p>
              ))}
            {problem.severity === 'WARNING' && onAccept && (
              <Check
                label={w.accept[problem.code === 'POSSIBLE_DUPLICATE' ? 'duplicate' : 'any']}
                isOn={accepted.includes(problem.id)}
                onPick={(isOn) => onAccept(problem.id, isOn)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
};

/** What became of what was asked, in a sentence: warnings alone are a question. */
export const Status = ({ outcome: { status, problems } }: { outcome: OutcomeFragment }) => {
  const w = editWords.value;
  const asks = status === 'REFUSED' && problems.every(({ severity }) => severity === 'WARNING');
  return <p class={status === 'REFUSED' ? 'bad' : undefined}>{asks ? w.asks : w.status[status]}</p>;
};

/** What was there and what is: a passage is told by its document. */
const Made = ({ made }: Pick<OutcomeFragment, 'made'>) => {
  const w = editWords.value;
  const rows = made.filter(({ node, was }) => (node ?? was)?.__typename !== 'Source');
  if (rows.length === 0) return null;
  return (
    <Sheet
      title={w.oldAndNew}
      rows={rows}
      keyOf={(row) => String(rows.indexOf(row))}
      columns={[
        { title: w.happens, text: ({ node, was }) => (node ? (was ? w.changed : w.added) : w.takenAway) },
        { title: w.old, text: ({ was }) => (was ? sayVersion(was) : '') },
        { title: w.new, text: ({ node }) => (node ? sayVersion(node) : '') },
      ]}
    />
  );
};

/** What follows, or followed: old beside new, what came with it, what rules find. */
export const Outcome = (given: Given) => {
  const { made, carried, findings, problems } = given.outcome;
  return (
    <>
      {problems.length > 0 && <Problems {...given} />}
      <Made made={made} />
      <Consequences carried={carried} findings={findings} />
    </>
  );
};
