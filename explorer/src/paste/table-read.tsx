import { Check, Choice } from '../parts/choice';
import { pasteWords } from '../words/paste';
import { MEANINGS, type Meaning, type Table } from './columns';

interface Given {
  table: Table;
  meanings: readonly Meaning[];
  withHeadings: boolean;
  onMeaning: (column: number, meaning: Meaning) => void;
  onHeadings: (isOn: boolean) => void;
}

const MOST_SHOWN = 60;
const short = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

/** What each column is taken to be, beside what stands in it. */
export const Columns = ({ table, meanings, withHeadings, onMeaning, onHeadings }: Given) => {
  const w = pasteWords.value;
  const samples = (column: number): string =>
    [...new Set(table.slice(withHeadings ? 1 : 0).map((row) => row[column] ?? ''))].filter(Boolean).slice(0, 3).join(' | ');
  return (
    <fieldset class="field columns">
      <legend>{w.columns}</legend>
      <Check label={w.headings} isOn={withHeadings} onPick={onHeadings} />
      {meanings.map((meaning, column) => (
        <div key={column} class="field">
          <Choice
            label={w.column(column + 1, withHeadings ? short(table[0]?.[column] ?? '') : '')}
            value={meaning}
            options={MEANINGS.map((one) => [one, w.meanings[one]] as const)}
            onPick={(one) => onMeaning(column, one as Meaning)}
          />
          <p class="note">{short(samples(column))}</p>
        </div>
      ))}
    </fieldset>
  );
};
