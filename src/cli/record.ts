import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { whereBroken } from '../exchange/json.js';
import type { Mode, ProposalStatus, Severity } from '../generated/api.js';
import type { Graph } from '../graph/port.js';
import type { RecordStatus } from '../mutations/codes.js';
import type { Actor } from '../record/actor.js';
import { localActor } from './local-actor.js';
import { type Made, lineOfMade } from './made.js';
import { Refusal } from './refusal.js';
import { doWork } from './where.js';
import type { Caller, Work } from './work.js';

const HELP = `mandat record FILE.json [--check | --propose] [--json]: writes an entry into the record, in one transaction

  FILE.json  an EntryInput of the API, as JSON; -: standard input. Its \`key\` is made of the file where it has none, so that the same file
             twice is one entry; what was proposed under a key is not written under it
  --check    tells what would be written, and writes nothing
  --propose  keeps it for an editor
  --json     prints the answer of the API

It is written as local:<your user name>, who may write all. Where a server has the graph open, it writes it. Exit code 1 where nothing comes of it.`;

const RECORD = `mutation ($entry: EntryInput!) {
  record(entry: $entry) {
    status replayed revision
    problems { id code severity message }
    made { act because node { id } was { id } }
    events { id kind earliest latest }
    carried { id kind earliest latest }
    findings { rule message }
    entry { id }
    proposal { id status }
  }
}`;

interface Told {
  id: string;
  kind: string;
  earliest: string | null;
  latest: string | null;
}

interface Answer {
  status: RecordStatus;
  replayed: boolean;
  revision: number;
  problems: { id: string; code: string; severity: Severity; message: string }[];
  made: Made[];
  events: Told[];
  carried: Told[];
  findings: { rule: string; message: string }[];
  entry: { id: string } | null;
  proposal: { id: string; status: ProposalStatus } | null;
}

interface Asked {
  /** What the file is called. */
  file: string;
  entry: { mode?: Mode };
  actor: Actor;
  json: boolean;
}

const daysOf = ({ earliest, latest }: Told): string => (earliest === latest ? (latest ?? '') : `${earliest ?? '…'} to ${latest ?? '…'}`);

const linesOf = ({ status, replayed, revision, problems, made, events, carried, findings, entry, proposal }: Answer): string[] => [
  `${[status, entry?.id ?? proposal?.id].filter(Boolean).join(' ')}, revision ${revision}${replayed ? ', as it was answered before' : ''}`,
  ...problems.map(({ severity, code, message, id }) => `  ${severity} ${code} ${message}${severity === 'WARNING' ? ` (accept: ${id})` : ''}`),
  ...made.map((one) => `  act ${one.act}: ${lineOfMade(one)}`),
  ...events.map((event) => `  happened: ${event.kind} ${daysOf(event)} ${event.id}`),
  ...carried.map((event) => `  carried: ${event.kind} ${daysOf(event)} ${event.id}`),
  ...findings.map(({ rule, message }) => `  finding: ${rule}: ${message}`),
];

/** What was proposed under a key is not written under it: whoever may accepts it. Null: that is not asked, or somebody did. */
const unwritten = ({ mode = 'WRITE' }: Asked['entry'], { status, proposal }: Answer): string | null =>
  mode === 'WRITE' && status === 'PROPOSED' && proposal?.status !== 'ACCEPTED'
    ? `Nothing is written: it was proposed under this key, and ${proposal?.id ?? 'the proposal'} is ${proposal?.status ?? 'OPEN'}. Accept that, or give the entry another \`key\`.`
    : null;

const DONE: readonly RecordStatus[] = ['WRITTEN', 'UNCHANGED', 'CHECKED', 'PROPOSED'];

const run = async (graph: Graph, { entry, actor, json }: Asked, caller: Caller): Promise<number> => {
  const { operate } = await import('./operation.js');
  const { data, errors } = await operate(graph, caller, RECORD, { entry }, actor);
  for (const { message } of errors ?? []) caller.tell(message);
  const answer = data?.['record'] as Answer | undefined;
  if (!answer) return 1;
  caller.print(json ? JSON.stringify(answer, null, 2) : linesOf(answer).join('\n'));
  const undone = unwritten(entry, answer);
  if (undone !== null) caller.tell(undone);
  return !errors && undone === null && DONE.includes(answer.status) ? 0 : 1;
};

export const recording: Work<Asked> = { name: 'record', title: ({ file }) => `record ${file}`, writes: true, open: 'openOurs', run };

/** A text of a file. @throws Refusal where its bytes are none */
const textOf = (file: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${file}: required: text in UTF-8; given: other bytes`, 2);
  }
};

const objectIn = (file: string, text: string): Asked['entry'] => {
  try {
    const entry = JSON.parse(text) as unknown;
    if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) return entry as Asked['entry'];
  } catch {
    const { line, given } = whereBroken(text);
    throw new Refusal(`${file}: required: JSON; given: in line ${line}: ${given}`, 2);
  }
  throw new Refusal(`${file}: required: an object, an EntryInput of the API; given: another JSON`, 2);
};

const readEntry = async (file: string): Promise<{ bytes: Uint8Array; name: string }> => {
  if (file === '-') return { bytes: await buffer(process.stdin), name: 'standard input' };
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Refusal(`FILE.json: required: a file that can be read; given: ${file} (${(error as NodeJS.ErrnoException).code ?? ''})`, 2);
  });
  return { bytes, name: basename(file) };
};

export const record = async (args: string[]): Promise<number> => {
  const flag = { type: 'boolean' } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { check: flag, propose: flag, json: flag, help: flag } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Refusal(`FILE.json: required: one file, or -; given: ${positionals.join(' ') || 'nothing'}`, 2);
  if (values.check && values.propose) throw new Refusal('--propose: required: one of --check and --propose; given: both', 2);
  const { bytes, name } = await readEntry(file);
  const entry = {
    key: `file:${hash('sha256', bytes, 'base64url')}`,
    ...objectIn(name, textOf(name, bytes)),
    ...(values.check && { mode: 'CHECK' as const }),
    ...(values.propose && { mode: 'PROPOSE' as const }),
  };
  return doWork(recording, { file: name, entry, actor: localActor(), json: values.json ?? false });
};
