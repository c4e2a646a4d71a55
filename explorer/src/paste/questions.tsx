import { useId } from 'preact/hooks';
import { DayField } from '../edit/day-field';
import { TextField } from '../edit/inputs';
import { sayCandidate } from '../parts/alike';
import { Choice } from '../parts/choice';
import { Picked } from '../parts/picked';
import { editWords } from '../words/edit';
import { pasteWords } from '../words/paste';
import { words } from '../words/words';
import { ANOTHER, type Answers, NOBODY, type Question, type Reading, SAME, SOMEBODY_NEW, isAnswered } from './reading';
import type { Named, Things } from './things';

interface Given {
  question: Question;
  answers: Answers;
  things: Things;
  onAnswer: (key: string, answer: string) => void;
}

type Options = readonly (readonly [value: string, text: string])[];

const named = (things: readonly Named[]): Options => things.map(({ id, name }) => [id, name] as const);

/** What can be answered; a day is written. */
const optionsOf = (question: Question, things: Things): Options => {
  const w = pasteWords.value;
  const { role } = words.value;
  switch (question.kind) {
    case 'role':
      return Object.entries<string>(role);
    case 'party':
      return [[NOBODY, w.leaveOut], ...named(things.parties)];
    case 'municipality':
      return [[NOBODY, w.leaveOut], ...named(things.municipalities)];
    case 'represents':
      return [[NOBODY, w.leaveOut], ...named(things.principals)];
    case 'person':
      return [
        ...question.candidates.map((one) => [one.id, sayCandidate(one)] as const),
        [SOMEBODY_NEW, w.somebodyNew],
        [ANOTHER, w.another],
        [NOBODY, w.skipRow],
      ];
    case 'otherRole':
      return [
        [question.said, w.asInRow(role[question.said])],
        [question.held, w.asRecorded(role[question.held])],
      ];
    case 'twice':
      return [[NOBODY, w.skipRow]];
    case 'sameNew':
      return [...(question.mayBeSame ? [[SAME, w.sameNew(question.first.at + 1)] as const] : []), [ANOTHER, w.otherNew]];
    default:
      return [];
  }
};

/** The cells of a row beside the name: what tells namesakes apart. */
const sayRow = ({ cells }: Question['rows'][number]): string => [cells.role, cells.party, cells.municipality, cells.represents].filter(Boolean).join(', ');

const sayWhat = (question: Question): string => {
  const w = pasteWords.value;
  if (question.kind === 'person') return [question.row.name || w.empty, sayRow(question.row)].filter(Boolean).join(', ');
  if (question.kind === 'otherRole') return question.row.name;
  if (question.kind === 'twice') return `${question.row.name}, ${w.standsAlso(question.first.at + 1)}`;
  if (question.kind === 'sameNew') return [question.row.name, sayRow(question.row)].filter(Boolean).join(', ');
  return question.text || w.empty;
};

const Person = ({ question, answers, onAnswer }: Omit<Given, 'things'>) => {
  const w = pasteWords.value;
  const [row] = question.rows;
  const at = row?.at ?? 0;
  const answer = answers[question.key];
  if (answer === SOMEBODY_NEW)
    return <TextField label={w.newName} value={answers[`name:${at}`] ?? row?.name ?? ''} onChange={(name) => onAnswer(`name:${at}`, name)} isRequired />;
  if (answer === ANOTHER)
    return <Picked label={w.anotherIs} id={answers[`other:${at}`] ?? null} types={['PERSON']} onPick={(id) => onAnswer(`other:${at}`, id ?? '')} />;
  return null;
};

const Day = ({ question, answers, onAnswer }: Omit<Given, 'things'>) => {
  const w = pasteWords.value;
  const { key, kind } = question;
  const answer = answers[key] ?? '';
  return (
    <>
      {answer !== NOBODY && (
        <DayField label={`${w.asks[kind]} ${sayWhat(question)}`} value={answer} isWhole={kind === 'lastDay'} onChange={(day) => onAnswer(key, day)} />
      )}
      <label class="check">
        <input type="checkbox" checked={answer === NOBODY} onChange={({ currentTarget }) => onAnswer(key, currentTarget.checked ? NOBODY : '')} />
        {w.leaveOut}
      </label>
    </>
  );
};

const Asked = ({ question, answers, things, onAnswer }: Given) => {
  const w = pasteWords.value;
  const { key, kind, rows } = question;
  const isDay = kind === 'from' || kind === 'lastDay';
  return (
    <li class={isAnswered(question, answers) ? 'answer' : 'answer past'}>
      {isDay ? (
        <Day question={question} answers={answers} onAnswer={onAnswer} />
      ) : (
        <Choice
          label={`${w.asks[kind]} ${sayWhat(question)}`}
          value={answers[key] ?? ''}
          options={[['', editWords.value.choose], ...optionsOf(question, things)]}
          onPick={(answer) => onAnswer(key, answer)}
        />
      )}
      {kind === 'person' && <Person question={question} answers={answers} onAnswer={onAnswer} />}
      <p class="note">{w.inRows(rows.map(({ at }) => at + 1))}</p>
    </li>
  );
};

interface AllGiven {
  reading: Reading;
  answers: Answers;
  things: Things;
  onAnswer: (key: string, answer: string) => void;
  onAllNew: (keys: readonly string[]) => void;
}

/** All that is not clear, each asked once; answers stay to be changed. */
export const Questions = ({ reading: { questions, open }, onAllNew, ...given }: AllGiven) => {
  const w = pasteWords.value;
  const title = useId();
  const unfound = questions.filter((one) => one.kind === 'person' && one.candidates.length === 0 && one.row.name && !given.answers[one.key]);
  if (questions.length === 0) return null;
  return (
    <section class="field" aria-labelledby={title}>
      <h2 id={title}>{w.questions}</h2>
      <p role="status">{w.left(open)}</p>
      {unfound.length > 0 && (
        <p>
          <button type="button" onClick={() => onAllNew(unfound.map(({ key }) => key))}>
            {w.allNew(unfound.length)}
          </button>
        </p>
      )}
      <ul class="plain">
        {questions.map((question) => (
          <Asked key={question.key} question={question} {...given} />
        ))}
      </ul>
    </section>
  );
};
