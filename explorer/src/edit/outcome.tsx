import type { OutcomeFragment, RecordedFragment } from '../generated/graphql';
import { sayApart } from '../parts/alike';
import { Check } from '../parts/choice';
import { isTold } from '../parts/made';
import { To, nameOf } from '../parts/links';
import { Sheet } from '../parts/sheet';
import { sayVersion } from '../parts/version';
import { editWords } from '../words/edit';
import { Consequences } from './consequences';
import type { Form } from './form';
import { Told } from './told';
import { ownPart } from '../ids';

type Problem = OutcomeFragment['problems'][number];

interface Given {
  outcome: OutcomeFragment;
  form?: Form;
  /** How who would be erased is called: what is told of them already has no name. */
  called?: string;
  /** What a problem is about, where no field of a form says so. */
  rowOf?: (problem: Problem) => string | null;
  accepted?: readonly string[];
  onAccept?: (problem: string, isOn: boolean) => void;
  /** Where somebody recorded is meant instead. */
  onCandidate?: (problem: Problem, id: string) => void;
  /** Looks anew at what somebody else has changed; what was filled in stays. */
  onRenew?: () => void;
}

/** The field of the form that a problem is about: an end is asked for under one name, and corrected under another. */
export const fieldOf = ({ path }: Problem, form: Form | undefined) => {
  const steps = path.map((step) => (step === 'until' ? 'ends' : step));
  return form?.fields.find(({ name }) => name.split('.').every((part) => steps.includes(part)));
};

/** Whether all that stands against it are warnings, which can be accepted. */
export const isQuestion = (problems: readonly Pick<Problem, 'severity'>[]): boolean => problems.every(({ severity }) => severity === 'WARNING');

const Problems = ({ outcome: { problems }, form, rowOf, accepted = [], onAccept, onCandidate, onRenew }: Given) => {
  const w = editWords.value;
  // Where something else refuses it too, to accept a warning changes nothing yet.
  const mayAccept = isQuestion(problems);
  return (
    <ul class="plain problems">
      {problems.map((problem) => {
        const field = fieldOf(problem, form);
        const row = rowOf?.(problem);
        return (
          <li key={problem.id} class="past">
            <Told problem={problem}>{(field || row) && <strong>{field ? w.fields[field.label] : row} </strong>}</Told>
            {(field?.kind === 'person' || row) &&
              problem.candidates.map((one) => (
                <p key={one.id}>
                  <button type="button" onClick={() => onCandidate?.(problem, one.id)}>
                    {w.use(nameOf(one))}
                  </button>{' '}
                  <To thing={{ id: one.id, name: one.__typename === 'Person' ? sayApart(one) : ownPart(one.id) }} />
                </p>
              ))}
            {problem.code === 'CHANGED_SINCE' && onRenew && (
              <p>
                <button type="button" onClick={onRenew}>
                  {w.lookAgain}
                </button>
              </p>
            )}
            {mayAccept && problem.severity === 'WARNING' && onAccept && (
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
  const asks = status === 'REFUSED' && isQuestion(problems);
  return <p class={status === 'REFUSED' ? 'bad' : undefined}>{asks ? w.asks : w.status[status]}</p>;
};

/** A version of somebody under the name that was there. */
const named = (version: RecordedFragment, name: string): RecordedFragment => {
  if (version.__typename === 'Person') return { ...version, name };
  return 'person' in version ? ({ ...version, person: { ...version.person, name } } as RecordedFragment) : version;
};

/** What was there and what is. */
const Made = ({ made, called }: Pick<OutcomeFragment, 'made'> & { called?: string | undefined }) => {
  const w = editWords.value;
  const rows = made.filter(isTold);
  if (rows.length === 0) return null;
  return (
    <Sheet
      title={w.oldAndNew}
      rows={rows}
      keyOf={(row) => String(rows.indexOf(row))}
      columns={[
        { title: w.happens, text: ({ node, was }) => (node ? (was ? w.changed : w.added) : w.takenAway) },
        { title: w.old, text: ({ was }) => (was ? sayVersion(called ? named(was, called) : was) : '') },
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
      <Made made={made} called={given.outcome.status === 'CHECKED' ? given.called : undefined} />
      <Consequences carried={carried} findings={findings} />
    </>
  );
};
