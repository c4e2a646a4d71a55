import { PART_MS, eachInTurn, inTurn } from '../graph/turns.js';

/** As much of a value, in fields and items, as is written at once. */
const PART = 2_000;

/** As many characters as are encoded at once. */
const PART_CHARACTERS = 2 ** 17;

/** How many values there are in one, at most `most`: past that it is enough that there are more. */
const sizeOf = (value: unknown, most: number): number => {
  if (typeof value !== 'object' || value === null) return 1;
  let size = 1;
  for (const name in value) {
    size += sizeOf((value as Record<string, unknown>)[name], most - size);
    if (size >= most) return most;
  }
  return size;
};

/** The JSON of a value, piece by piece, as `JSON.stringify` writes it; what is small is one piece. */
function* piecesOf(value: unknown): Generator<string> {
  if (sizeOf(value, PART) < PART) {
    yield JSON.stringify(value);
    return;
  }
  const isList = Array.isArray(value);
  let before = isList ? '[' : '{';
  for (const [name, one] of Object.entries(value as object)) {
    if (one === undefined && !isList) continue;
    yield isList ? before : `${before}${JSON.stringify(name)}:`;
    yield* piecesOf(one ?? null);
    before = ',';
  }
  yield isList ? ']' : '}';
}

/** The JSON of an answer, in turns where it is long. */
export const stringified = async (answer: unknown): Promise<string> => {
  const writing = {};
  const written: string[] = [];
  const pieces = piecesOf(answer);
  const write = (): boolean => {
    for (const began = performance.now(); performance.now() - began < PART_MS;) {
      const piece = pieces.next();
      if (piece.done) return false;
      written.push(piece.value);
    }
    return true;
  };
  while (await inTurn(writing, 0, write));
  return `${written.join('')}\n`;
};

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** The bytes of a text, in turns where it is long. */
export const encoded = async (text: string): Promise<Buffer> => {
  if (text.length <= PART_CHARACTERS) return Buffer.from(text);
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = at + PART_CHARACTERS;
    const next = isHighSurrogate(text.charCodeAt(end - 1)) ? end + 1 : end;
    parts.push(text.slice(at, next));
    at = next;
  }
  return Buffer.concat(await eachInTurn({}, parts, (part) => Buffer.from(part)));
};
