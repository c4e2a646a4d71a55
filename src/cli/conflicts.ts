import { parseArgs } from 'node:util';
import { type ToldConflict, conflictsIn } from '../write/conflicts.js';
import { doWork } from './where.js';
import type { Work } from './work.js';

const HELP = `mandat conflicts [--editors] [--json]: says where writers differ: data sets, and the editors, whose word counts before theirs

  --editors  only where a data set says otherwise than the editors: what they set, merged or retracted, and its
             releases would change, bring back or take away
  --json     prints them as JSON, a line each

Of values that differ the editors' counts, else those of the data set that wrote first; the others are lost to nobody, and change nothing.
What a data set has no longer stays where rows of others need it, until they do not and it is seeded again.
Two holders of one office are two seats: \`mandat check source-conflict\` tells those.`;

interface Asked {
  editors: boolean;
  json: boolean;
}

const shown = (value: string | null): string => value ?? 'something else';

const few = (ids: readonly string[]): string => `${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ' …' : ''}`;

const lineOf = ({ id, field, value, by, counts, neededBy }: ToldConflict): string => {
  if (neededBy) return `${id}: ${by} has it no longer; it stays, as ${few(neededBy)} ${neededBy.length === 1 ? 'needs' : 'need'} it`;
  return field === null
    ? `${id}: never was, says ${counts.by}; it is, says ${by}`
    : `${id}: \`${field}\` is ${shown(counts.value)}, says ${counts.by}; ${shown(value)}, says ${by}`;
};

const inOrder = (a: ToldConflict, b: ToldConflict): number => (a.id < b.id ? -1 : Number(a.id > b.id));

export const conflicting: Work<Asked> = {
  name: 'conflicts',
  title: () => 'conflicts',
  writes: false,
  open: 'openSeeded',
  run: async (graph, { editors, json }, { print }) => {
    const found: ToldConflict[] = [];
    for await (const one of conflictsIn(graph, editors ? 'EDITORS' : 'ALL')) found.push(one);
    for (const one of found.sort(inOrder)) print(json ? JSON.stringify(one) : lineOf(one));
    if (!json) print(`${found.length} ${found.length === 1 ? 'conflict' : 'conflicts'}`);
    return 0;
  },
};

export const conflicts = async (args: string[]): Promise<number> => {
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({ args, options: { editors: flag, json: flag, help: flag } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  return doWork(conflicting, { editors: values.editors ?? false, json: values.json ?? false });
};
