import { day, hasDay, knownAt, lang } from './address';
import { today } from './dates';
import { words } from './words/words';

export type Value = string | number | null;

export interface Period {
  from: string;
  until: string;
}

/** A table as it is seen: titles, and rows of text and numbers. */
export interface Grid {
  name: string;
  titles: readonly string[];
  rows: readonly (readonly Value[])[];
  /** The days that it is about; absent: the one of the page, where that has one. */
  period?: Period;
}

/** What a spreadsheet would take for a formula is text. */
export const guarded = (value: Value): string => {
  const text = String(value ?? '');
  return typeof value !== 'number' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
};

const quoted = (text: string, separator: string): string => (text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** As the spreadsheets of the language open it: a semicolon in Danish, where the comma is in numbers. */
export const csvOf = ({ titles, rows }: Grid): string => {
  const separator = lang.value === 'da' ? ';' : ',';
  const line = (values: readonly Value[]): string => values.map((value) => quoted(guarded(value), separator)).join(separator);
  return `\uFEFF${[titles, ...rows].map(line).join('\r\n')}\r\n`;
};

/** The days of a table, as a file is called by them. */
const daysOf = ({ period }: Grid): string => (period ? `${period.from}-${period.until}` : hasDay.value ? day.value : today());

const fileName = (grid: Grid, end: string): string =>
  `${grid.name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')}-${daysOf(grid)}.${end}`;

const save = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

export const saveCsv = (grid: Grid): void => save(new Blob([csvOf(grid)], { type: 'text/csv;charset=utf-8' }), fileName(grid, 'csv'));

const periodOf = ({ from, until }: Period) => [[words.value.from, from] as const, [words.value.until, until] as const];

/** The table on a sheet, and on another where it is from and of which day. */
export const saveExcel = async (grid: Grid): Promise<void> => {
  const { default: write } = await import('write-excel-file/browser');
  const w = words.value;
  const bold = (text: string) => ({ value: text, fontWeight: 'bold' as const });
  const cell = (value: Value) => (typeof value === 'number' ? { value, type: Number } : { value: guarded(value), type: String });
  const widths = grid.titles.map((title, at) => ({ width: Math.min(60, 2 + Math.max(title.length, ...grid.rows.map((row) => String(row[at] ?? '').length))) }));
  const about = [
    [bold(w.address), cell(location.href)],
    ...(grid.period ? periodOf(grid.period) : hasDay.value ? [[w.day, day.value] as const] : []).map(([title, said]) => [bold(title), cell(said)]),
    [bold(w.made), cell(new Date().toISOString())],
    ...(knownAt.value ? [[bold('knownAt'), cell(knownAt.value)]] : []),
  ];
  const blob = await write([
    {
      data: [grid.titles.map(bold), ...grid.rows.map((row) => row.map(cell))],
      sheet: grid.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      columns: widths,
      stickyRowsCount: 1,
    },
    { data: about, sheet: w.about, columns: [{ width: 12 }, { width: 80 }] },
  ]).toBlob();
  save(blob, fileName(grid, 'xlsx'));
};
