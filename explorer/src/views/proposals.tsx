import { go, href, hrefHere, param } from '../address';
import { me } from '../edit/session';
import { type ProposalStatus, ProposalsDocument, type ProposedFragment } from '../generated/graphql';
import { Acts, useSayActs } from '../log/acts';
import { sayProposalAt } from '../log/addressed';
import { useAsked } from '../log/asked';
import { Proposal } from '../log/proposal';
import { SignInFirst } from '../log/sign-in-first';
import { Choice } from '../parts/choice';
import { More } from '../parts/more';
import { useCursor, usePages } from '../parts/pages';
import { Picked } from '../parts/picked';
import { Sheet } from '../parts/sheet';
import { Answered, View } from '../parts/view';
import { logWords } from '../words/log';
import { sayMoment, words } from '../words/words';

const nameOf = (actor: ProposedFragment['by'] | null): string => actor?.name ?? actor?.id ?? '';

const Waiting = () => {
  const w = logWords.value;
  const status = param('status') ?? 'OPEN';
  const body = param('body');
  const asked = { status: status === 'ALL' ? null : [status as ProposalStatus], body };
  const key = JSON.stringify(asked);
  const [after, setAfter] = useCursor(key);
  const answer = useAsked(ProposalsDocument, { ...asked, after });
  const { rows, hasMore, more, all } = usePages(key, after, answer.data?.proposals ?? null, setAfter);
  const sayActs = useSayActs(rows);
  return (
    <>
      <div class="fields">
        <Choice
          label={w.status}
          value={status}
          options={[...Object.entries(w.proposalStatus), ['ALL', words.value.all]]}
          onPick={(one) => go(hrefHere({ status: one === 'OPEN' ? null : one }))}
        />
        <Picked label={words.value.body} id={body} types={['BODY']} onPick={(id) => go(hrefHere({ body: id }))} />
      </div>
      <Answered answer={answer}>
        {({ proposals: { totalCount } }) => (
          <Sheet
            title={words.value.found(totalCount)}
            name={words.value.proposalsTitle}
            rows={rows}
            whole={{ all, total: totalCount }}
            keyOf={({ id }) => id}
            none={w.noProposals}
            columns={[
              { title: w.number, text: ({ id }) => w.proposal(id), cell: ({ id }) => <a href={href('/proposals', { proposal: id })}>{w.proposal(id)}</a> },
              { title: w.when, text: ({ at }) => sayMoment(at) },
              { title: w.author, text: ({ by }) => nameOf(by) },
              { title: w.acts, text: ({ acts }) => sayActs(acts, Infinity).join(' | '), cell: ({ acts }) => <Acts lines={sayActs(acts)} /> },
              { title: w.note, text: ({ note }) => note ?? '' },
              { title: w.status, text: (row) => w.proposalStatus[row.status] },
              { title: w.reviewed, text: ({ reviewedBy }) => nameOf(reviewedBy) },
              { title: w.reviewNote, text: ({ reviewNote }) => reviewNote ?? '' },
            ]}
            after={hasMore && <More shown={rows.length} total={totalCount} more={more} />}
          />
        )}
      </Answered>
    </>
  );
};

/** What is proposed and waits for a yes or no, or one of them with what would follow. */
export default () => {
  const w = logWords.value;
  const proposal = param('proposal');
  if (proposal && me.value) return <Proposal key={proposal} id={proposal} />;
  return (
    <View title={proposal ? sayProposalAt(proposal) : words.value.proposalsTitle} says={w.proposalsSay} links={[]}>
      {me.value ? <Waiting /> : <SignInFirst says={w.proposalsNeedSignIn} />}
    </View>
  );
};
