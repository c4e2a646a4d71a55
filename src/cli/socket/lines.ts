import type { Caller } from '../work.js';

/** What a command says as it goes, a line of JSON each; the last one is its exit code. */
export type Line = { out: string } | { err: string } | { code: number };

export const encoded = (line: Line): string => `${JSON.stringify(line)}\n`;

/** Lines as they arrive. */
async function* linesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let begun: Buffer[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield JSON.parse(Buffer.concat([...begun, chunk.subarray(start, end)]).toString()) as Line;
      begun = [];
      start = end + 1;
    }
    begun.push(chunk.subarray(start));
  }
}

/** Says to a caller what arrives, and returns the exit code; null: the server ended before it said one. */
export const hear = async (chunks: AsyncIterable<Buffer>, { print, tell }: Pick<Caller, 'print' | 'tell'>): Promise<number | null> => {
  let code: number | null = null;
  for await (const line of linesIn(chunks)) {
    if ('out' in line) print(line.out);
    else if ('err' in line) tell(line.err);
    else code = line.code;
  }
  return code;
};
