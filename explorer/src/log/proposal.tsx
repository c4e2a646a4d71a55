import { useState } from 'preact/hooks';
import { href } from '../address';
import { OneProposalDocument, type WholeProposalFragment } from '../generated/graphql';
import { Consequences } from '../edit/consequences';
import { isQuestion } from '../edit/outcome';
import { Told } from '../edit/told';
import { Check } from '../parts/choice';
import { useFocused } from '../parts/focused';
import { Answered, View } from '../parts/view';
import { logWords } from '../words/log';
import { sayMoment, words } from '../words/words';
import { Acts, useSayActs } from './acts';
import { sayProposalAt } from './addressed';
import { useAsked } from './asked';
import { MadeTable } from './made';
import { Verdict } from './verdict';

interface FollowsGiven {
  result: NonNullable<WholeProposalFragment['result']>;
  accepted: readonly string[];
  onAccept: (problem: string, isOn: boolean) => void;
}

/** What would follow now: what stands against it, what is written, what goes with it. */
const Follows = ({ result: { status, problems, made, carried, findings }, accepted, onAccept }: FollowsGiven) => {
  const w = logWords.value;
  return (
    <section>
      {made.length === 0 && <h2>{w.follows}</h2>}
      {status === 'REFUSED' && <p class="bad">{w.nothingFollows}</p>}
      {status === 'UNCHANGED' && <p>{w.isSoAlready}</p>}
      {problems.length > 0 && (
        <ul class="plain">
          {problems.map((problem) => (
            <li key={problem.id} class="past">
              <Told problem={problem} />
              {isQuestion(problems) && problem.severity === 'WARNING' && (
                <Check label={w.accept} isOn={accepted.includes(problem.id)} onPick={(isOn) => onAccept(problem.id, isOn)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {made.length > 0 && <MadeTable title={w.follows} made={made} isThere={false} />}
      <Consequences carried={carried} findings={findings} />
    </section>
  );
};

const Shown = ({ proposal, isReviewed, onDone }: { proposal: WholeProposalFragment; isReviewed: boolean; onDone: () => void }) => {
  const w = logWords.value;
  const told = useFocused<HTMLDListElement>(isReviewed);
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const sayActs = useSayActs([proposal]);
  const { by, at, acts, note, status, reviewedBy, reviewNote, entry } = proposal;
  // What came of one that was reviewed stands in its entry.
  const result = status === 'OPEN' ? proposal.result : null;
  const facts = [
    [w.status, w.proposalStatus[status]],
    [w.author, by.name ?? by.id],
    [w.when, sayMoment(at)],
    [w.acts, <Acts lines={sayActs(acts, Infinity)} />],
    [w.note, note],
    [w.reviewed, reviewedBy && (reviewedBy.name ?? reviewedBy.id)],
    [w.reviewNote, reviewNote],
    [words.value.entriesTitle, entry && <a href={href('/entries', { entry: entry.id })}>{w.entry(entry.number)}</a>],
  ] as const;
  return (
    <>
      <dl ref={told} tabIndex={-1} class="told">
        {facts.flatMap(([title, said]) => (said ? [<dt key={`${title}-title`}>{title}</dt>, <dd key={title}>{said}</dd>] : []))}
      </dl>
      {result && (
        <Follows result={result} accepted={accepted} onAccept={(id, isOn) => setAccepted(isOn ? [...accepted, id] : accepted.filter((one) => one !== id))} />
      )}
      {result && <Verdict proposal={proposal} result={result} accepted={accepted} onDone={onDone} />}
    </>
  );
};

/** A proposal, with what would follow if it was accepted now. */
export const Proposal = ({ id }: { id: string }) => {
  const w = logWords.value;
  const [turn, setTurn] = useState(0);
  const answer = useAsked(OneProposalDocument, { id }, turn);
  const node = answer.data?.node;
  const proposal = node && 'status' in node ? (node as WholeProposalFragment) : null;
  return (
    <View
      title={answer.data && !proposal ? words.value.unknownThing : sayProposalAt(id)}
      says={w.proposalsSay}
      links={[{ to: href('/proposals'), text: w.proposals }]}
    >
      <Answered answer={answer}>
        {() => (proposal ? <Shown proposal={proposal} isReviewed={turn > 0} onDone={() => setTurn(turn + 1)} /> : <p>{w.noProposal}</p>)}
      </Answered>
    </View>
  );
};
