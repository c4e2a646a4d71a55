import type { ProblemCode } from '../generated/graphql';

interface Words {
  problem: Readonly<Record<ProblemCode, string>>;
  problemAt: Readonly<Record<string, string>>;
}

const isName = (step: string): boolean => !/^\d+$/.test(step);

/** What kind of problem it is, in words: those of its field, where there are any. */
export const sayProblem = ({ problem, problemAt }: Words, { code, path }: { code: ProblemCode; path: readonly string[] }): string =>
  problemAt[`${code} ${path.filter(isName).at(-1) ?? ''}`] ?? problem[code];
