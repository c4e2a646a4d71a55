import type { ComponentChildren } from 'preact';
import type { ConcernedFragment, OutcomeFragment, ToldOfFragment } from '../generated/graphql';
import { href } from '../address';
import { nameOf } from '../parts/links';
import { sayVersion } from '../parts/version';
import { editWords } from '../words/edit';
import { sayProblem } from '../words/problems';
import { logWords } from '../words/log';
import { rules as asTold } from '../words/rules-en';
import { say } from '../words/words';

type Problem = OutcomeFragment['problems'][number];
type Finding = OutcomeFragment['findings'][number];

/** A rule in words of the page, by the sentence of the API; null: the sentence is of no rule that the page knows. */
const sayRule = (sentence: string): string | null => {
  const rule = (Object.keys(asTold) as (keyof typeof asTold)[]).find((id) => asTold[id] === sentence);
  return rule ? editWords.value.rules[rule] : null;
};

const sayConcerned = (thing: ConcernedFragment): string =>
  thing.__typename === 'Membership' || thing.__typename === 'Affiliation' ? sayVersion(thing) : nameOf(thing);

/** Something that it is about: an entry by its number and who wrote it, where it can be read. */
const Concerned = ({ thing }: { thing: ToldOfFragment }) =>
  thing.__typename === 'Entry' ? (
    <>
      <a href={href('/entries', { entry: thing.id })}>{logWords.value.entry(thing.number)}</a>, {thing.actor.name ?? thing.actor.id}
    </>
  ) : (
    <>{sayConcerned(thing)}</>
  );

/** What it is about, and from which day. */
const About = ({ things, on }: Pick<Problem, 'things' | 'on'>) => {
  const w = editWords.value;
  return (
    <>
      {things.length > 0 && (
        <p>
          {w.about}:{' '}
          {things.map((thing, at) => (
            <span key={thing.id}>
              {at > 0 && '; '}
              <Concerned thing={thing} />
            </span>
          ))}
        </p>
      )}
      {on && (
        <p>
          {w.firstDay}: {say(on)}
        </p>
      )}
    </>
  );
};

/** The sentence of the API, one click away: it names ids, and is in English. */
const Original = ({ children, of }: { children: string; of: string }) => {
  const w = editWords.value;
  return (
    <details class="why">
      <summary aria-label={`${w.details}: ${of}`}>{w.details}</summary>
      <p class="note">
        {w.original}: <span lang="en">{children}</span>
      </p>
    </details>
  );
};

/** What stands against an entry, in words of the page: what kind of problem, by which rule, about what. */
export const Told = ({ problem, children }: { problem: Problem; children?: ComponentChildren }) => {
  const w = editWords.value;
  const { required, message, things, on } = problem;
  const rule = sayRule(required);
  const says = sayProblem(w, problem);
  return (
    <>
      <p>
        {children}
        {says}
      </p>
      {rule && (
        <p>
          {w.rule}: {rule}.
        </p>
      )}
      <About things={things} on={on} />
      <Original of={says}>{message}</Original>
    </>
  );
};

/** What a rule finds, in words of the page: how surely it is broken, which rule, about what. */
export const Found = ({ finding: { rule: id, title, message, things, on } }: { finding: Finding }) => {
  const w = editWords.value;
  const verdict = (Object.keys(w.verdicts) as (keyof typeof w.verdicts)[]).find((one) => message.startsWith(`${one}:`));
  const rule = (w.rules as Readonly<Record<string, string>>)[id];
  return (
    <>
      <p>
        {verdict && `${w.verdicts[verdict]}: `}
        {rule ?? <span lang="en">{title}</span>}
      </p>
      <About things={things} on={on} />
      <Original of={rule ?? title}>{message}</Original>
    </>
  );
};
