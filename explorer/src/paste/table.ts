/** What parts the cells of a row; empty: nothing does. */
export type Separator = '\t' | ';' | ',' | '';

/** A row has so many cells at most, and a table so many rows: more than an entry takes. */
const MOST_CELLS = 30;
export const MOST_ROWS = 1_000;

/** What a spreadsheet copies is parted by tabs; else what stands in every line parts it. */
export const separatorOf = (text: string): Separator => {
  if (text.includes('\t')) return '\t';
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim());
  if (lines.length > 0 && lines.every((line) => line.includes(';'))) return ';';
  const commas = new Set(lines.map((line) => line.split(',').length));
  return lines.length > 1 && commas.size === 1 && !commas.has(1) && !commas.has(2) ? ',' : '';
};

/** A cell in one line: what is in it is text and nothing else, a formula too. */
const cellOf = (raw: string): string =>
  raw
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();

/** The rows of a table as it was copied, without those in which nothing stands; a row with fewer cells has empty ones at its end. */
export const readTable = async (text: string, separator: Separator): Promise<string[][]> => {
  const { parse } = await import('csv-parse/browser/esm/sync');
  const read = (quote: string | false): string[][] =>
    parse(text, { delimiter: separator || '\u0000', quote, relax_quotes: true, relax_column_count: true, bom: true, skip_empty_lines: true });
  let rows: string[][];
  try {
    rows = read('"');
  } catch {
    // A quotation mark that nothing closes is one of the text.
    rows = read(false);
  }
  const cells = rows.map((row) => row.slice(0, MOST_CELLS).map(cellOf)).filter((row) => row.some(Boolean));
  const width = Math.max(0, ...cells.map((row) => row.length));
  return cells.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
};
