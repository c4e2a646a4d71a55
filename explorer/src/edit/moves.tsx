import { useAnswer } from '../ask';
import { HeldDocument, type HeldQuery, type RecordedFragment } from '../generated/graphql';
import { nameOf } from '../parts/links';
import { Sheet } from '../parts/sheet';
import { sayVersion } from '../parts/version';
import { Answered } from '../parts/view';
import { editWords } from '../words/edit';
import { words } from '../words/words';
import { ownPart } from '../ids';

type Held = NonNullable<HeldQuery['keep']>;

const rowsOf = (person: Held | null, moves: boolean) =>
  person ? [...person.memberships.nodes, ...person.affiliations].map((row) => ({ id: row.id, of: person.id, said: sayVersion(row), moves })) : [];

/** What the one who goes leaves to the one who stays, beside what that one has already. */
export const Moves = ({ keep, gone }: { keep: RecordedFragment; gone: string }) => {
  const w = editWords.value;
  const answer = useAnswer(HeldDocument, { keep: keep.id, gone });
  return (
    <Answered answer={answer}>
      {({ keep: stays, gone: goes }) => (
        <Sheet
          title={w.movesTitle}
          rows={[...rowsOf(goes, true), ...rowsOf(stays, false)]}
          keyOf={({ id }) => id}
          none={w.movesNothing}
          columns={[
            { title: w.happens, text: ({ moves }) => (moves ? w.movesTo(nameOf(keep), ownPart(keep.id)) : w.staysSo) },
            { title: words.value.what, text: ({ said }) => said },
            { title: w.nowOf, text: ({ of }) => ownPart(of) },
          ]}
        />
      )}
    </Answered>
  );
};
