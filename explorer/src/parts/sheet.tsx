import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ShowAll, useShown } from './all-shown';
import { Dated } from './dated';
import { type Grid, type Period, type Value, saveCsv, saveExcel } from '../export';
import { sayNumber, words } from '../words/words';

export interface Column<Row> {
  title: string;
  /** What a download holds, and the page too where there is no `cell`. */
  text: (row: Row) => Value;
  cell?: (row: Row) => ComponentChildren;
  /** Shown as a number. */
  isNumber?: boolean;
  /** In downloads alone. */
  isHidden?: boolean;
}

interface Given<Row> {
  title: string;
  /** What a download is called; default: its title. */
  name?: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  none?: string;
  after?: ComponentChildren;
  /** Of a list that is seen page by page: all of it, and how much that is. */
  whole?: { all: () => Promise<readonly Row[]>; total: number };
  /** The days that it is about, where that is not the one of the page. */
  period?: Period;
}

const MANY = 120;

const isEmpty = (value: Value): boolean => value === null || value === '';

/** A value as the page shows it: in a file a number is one. */
const written = (value: Value): string => (typeof value === 'number' ? sayNumber(value) : (value ?? ''));

const classOf = <Row,>({ isNumber, text }: Column<Row>, row: Row): string | undefined =>
  [isNumber ? 'number' : '', isEmpty(text(row)) ? 'empty' : ''].join(' ').trim() || undefined;

/** A table of what is seen, which prints, and downloads as CSV and XLSX. A column in which nothing stands is not shown. */
export const Sheet = <Row,>({ title, name = title, rows, columns, keyOf, none, after, whole, period }: Given<Row>) => {
  const w = words.value;
  const { shown, lineOf, showAll } = useShown<Row, HTMLTableRowElement>(rows, MANY);
  const [hasFailed, setFailed] = useState(false);
  const seen = columns.filter(({ isHidden, text }) => !isHidden && rows.some((row) => !isEmpty(text(row))));
  const grid = async (): Promise<Grid> => {
    const all = whole ? await whole.all() : rows;
    const cells = all.map((row) => columns.map(({ text }) => text(row)));
    const left = whole && all.length < whole.total ? [[w.of(all.length, whole.total)]] : [];
    return { name, titles: columns.map((column) => column.title), rows: [...cells, ...left], ...(period && { period }) };
  };
  const save = (how: (grid: Grid) => unknown): void => {
    setFailed(false);
    grid()
      .then(how)
      .catch(() => setFailed(true));
  };
  return (
    <section class="sheet">
      <div class="bar">
        <h2>{title}</h2>
        {rows.length > 0 && (
          <div class="actions">
            <button type="button" onClick={() => save(saveCsv)} aria-label={`${w.csv}: ${title}`}>
              {w.csv}
            </button>
            <button type="button" onClick={() => save(saveExcel)} aria-label={`${w.excel}: ${title}`}>
              {w.excel}
            </button>
          </div>
        )}
      </div>
      {hasFailed && (
        <p class="bad" role="alert">
          {w.failed}.
        </p>
      )}
      {rows.length === 0 ? (
        <p>{none ?? w.nothingFound}</p>
      ) : (
        <table role="table" aria-label={title}>
          <thead role="rowgroup">
            <tr role="row">
              {seen.map((column) => (
                <th key={column.title} role="columnheader" scope="col" class={column.isNumber ? 'number' : undefined}>
                  <Dated text={column.title} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row, index) => (
              <tr key={keyOf(row)} role="row" {...lineOf(index)}>
                {seen.map((column, at) => (
                  <td key={column.title} role={at === 0 ? 'rowheader' : 'cell'} data-title={column.title} class={classOf(column, row)}>
                    <div>{column.cell ? column.cell(row) : <Dated text={written(column.text(row))} />}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ShowAll total={rows.length} showAll={showAll} />
      {after}
    </section>
  );
};
