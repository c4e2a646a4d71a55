import { parseArgs } from 'node:util';
import { scalars } from '../api/scalars.js';
import { type Actor, type ActorRole, spelt } from '../record/actor.js';
import { localActor } from './local-actor.js';
import { type Made, lineOfMade } from './made.js';
import { Refusal } from './refusal.js';
import { doWork } from './where.js';
import type { Work } from './work.js';

const HELP = `mandat log [--actor ID] [--thing ID] [--body ID …] [--since TIME] [--until TIME] [--first N] [--json]: says who wrote what and when, the newest first

  --actor  of whom: the \`sub\` of their token
  --thing  the id of a thing that was written or named, whether it is there still or not
  --body   the id of a body in which something was written; again for each
  --since  written at this time or later, such as 2022-06-21T12:00:00Z
  --until  written before this time
  --first  how many at most; 50 where it is not given
  --json   prints them as JSON, a line each, with their acts

Each with its source, its note, what it wrote, and what it takes back or is taken back by. Where a server has the graph open, it is asked.`;

const LOG = `query ($filter: EntryFilter, $first: Int!, $after: String, $count: Boolean!) {
  entries(filter: $filter, first: $first, after: $after) {
    totalCount @include(if: $count)
    pageInfo { hasNextPage endCursor }
    nodes {
      id number at revision note acts
      actor { id name role }
      source { id quote document { id title } }
      made { act because node { id } was { id } }
      undoes { id }
      undoneBy { id }
    }
  }
}`;

/** As many as the API gives at a time. */
const PAGE = 500;

interface Filter {
  actor?: string | undefined;
  thing?: string | undefined;
  bodies?: string[] | undefined;
  since?: string | undefined;
  until?: string | undefined;
}

interface Asked {
  filter: Filter;
  first: number;
  json: boolean;
  actor: Actor;
}

interface Logged {
  id: string;
  at: string;
  revision: number;
  note: string | null;
  acts: object[];
  actor: { id: string; name: string | null; role: ActorRole };
  source: { quote: string; document: { title: string } } | null;
  made: Made[];
  undoes: { id: string } | null;
  undoneBy: { id: string } | null;
}

interface Page {
  totalCount?: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Logged[];
}

const kindOf = (act: object): string => Object.entries(act).find(([, input]) => input != null)?.[0] ?? '';

/** What each act wrote; one that takes an entry back has no acts of its own. */
const linesOfActs = ({ acts, made }: Logged): string[] =>
  acts.length > 0
    ? acts.flatMap((act, at) => {
        const own = made.filter((one) => one.act === at);
        const said = `  act ${at} ${kindOf(act)}`;
        return own.length > 0 ? own.map((one) => `${said}: ${lineOfMade(one)}`) : [said];
      })
    : made.map((one) => `  ${lineOfMade(one)}`);

const linesOf = (entry: Logged): string[] => {
  const { id, at, revision, note, actor, source, undoes, undoneBy } = entry;
  return [
    `${id} ${at} ${actor.name === null ? actor.id : `${actor.name} (${actor.id})`}, ${spelt(actor.role)}, revision ${revision}`,
    ...(undoes ? [`  takes back ${undoes.id}`] : []),
    ...(undoneBy ? [`  taken back by ${undoneBy.id}`] : []),
    ...(source ? [`  source: ${JSON.stringify(source.document.title)}: ${JSON.stringify(source.quote)}`] : []),
    ...(note === null ? [] : [`  note: ${JSON.stringify(note)}`]),
    ...linesOfActs(entry),
  ];
};

export const logging: Work<Asked> = {
  name: 'log',
  title: () => 'log',
  writes: false,
  open: 'openOurs',
  run: async (graph, { filter, first, json, actor }, caller) => {
    const { operate } = await import('./operation.js');
    let told = 0;
    for (let after: string | null = null, more = true; more;) {
      const variables = { filter, first: Math.min(PAGE, first - told), after, count: !json && told === 0 };
      const { data, errors } = await operate(graph, caller, LOG, variables, actor);
      for (const { message } of errors ?? []) caller.tell(message);
      if (errors || !data) return 1;
      const { nodes, pageInfo, totalCount } = (JSON.parse(JSON.stringify(data)) as { entries: Page }).entries;
      if (totalCount !== undefined)
        caller.print(`${totalCount} ${totalCount === 1 ? 'entry' : 'entries'}${totalCount > first ? `, of which the newest ${first}` : ''}`);
      if (nodes.length > 0) caller.print(nodes.map((one) => (json ? JSON.stringify(one) : linesOf(one).join('\n'))).join('\n'));
      told += nodes.length;
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage && told < first;
    }
    return 0;
  },
};

/** A time as the API takes it. */
const requireTime = (option: string, given: string | undefined): string | undefined => {
  try {
    if (given !== undefined) scalars.DateTime.parseValue(given);
    return given;
  } catch {
    throw new Refusal(`--${option}: required: an instant, such as 2022-06-21T12:00:00Z; given: ${given ?? ''}`, 2);
  }
};

const requireFirst = (given: string): number => {
  const first = /^\d{1,7}$/.test(given) ? Number(given) : 0;
  if (first < 1) throw new Refusal(`--first: required: a number from 1 to 9999999; given: ${given}`, 2);
  return first;
};

export const log = async (args: string[]): Promise<number> => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const bodies = { ...text, multiple: true } as const;
  const options = { actor: text, thing: text, body: bodies, since: text, until: text, first: { ...text, default: '50' }, json: flag, help: flag };
  const { values } = parseArgs({ args, options });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { actor, thing, body } = values;
  const filter = { actor, thing, bodies: body, since: requireTime('since', values.since), until: requireTime('until', values.until) };
  return doWork(logging, { filter, first: requireFirst(values.first), json: values.json ?? false, actor: localActor() });
};
