import type { OutcomeFragment } from '../generated/graphql';
import { editWords } from '../words/edit';
import { say, words } from '../words/words';
import { Found } from './told';

type Findings = OutcomeFragment['findings'];
type Carried = readonly Pick<OutcomeFragment['carried'][number], 'id' | 'kind' | 'latest' | 'person' | 'body'>[];

/** What comes with what is written, and what rules find afterwards. */
export const Consequences = ({ carried, findings }: { carried: Carried; findings: Findings }) => {
  const w = editWords.value;
  return (
    <>
      {carried.length > 0 && (
        <>
          <h3>{w.carried}</h3>
          <ul>
            {carried.map(({ id, kind, latest, person, body }) => (
              <li key={id}>{[say(latest), person?.name, words.value.eventKind[kind], body?.name].filter(Boolean).join(', ')}</li>
            ))}
          </ul>
        </>
      )}
      {findings.length > 0 && (
        <>
          <h3>{w.findings}</h3>
          <ul>
            {findings.map((finding) => (
              <li key={`${finding.rule}${finding.message}`}>
                <Found finding={finding} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
