import * as queries from '../generated/queries.js';
import { type Kinds, meet } from '../graph/kinds.js';
import type { Reader } from '../graph/port.js';
import { inBatches } from '../record/batches.js';
import { NEVER, NOW } from '../record/time.js';
import { CATALOGUE } from './catalogue.js';
import type { Finding, Judgement, Verdict } from './model.js';
import { ANCHORS, type Anchor, type IntegrityRule } from './rule.js';

const PAGE = 10_000;
const BATCH = 500;

const IDS = { bodies: queries.bodies.ids, people: queries.people.ids, principals: queries.record.principalIds, things: queries.record.ids } satisfies Record<
  Anchor,
  unknown
>;

const WORDS: Readonly<Record<Verdict, string>> = { BROKEN: 'broken', PERHAPS: 'perhaps', NOT_APPLIED: 'not applied', UNDECIDED: 'cannot be decided' };

/** Batches of the ids of an anchor, in their order, without holding them all. */
async function* batchesOf(reader: Reader, anchor: Anchor): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    const ids = (await reader.read(IDS[anchor], { after, limit: PAGE })).map(({ id }) => id);
    for (let start = 0; start < ids.length; start += BATCH) yield ids.slice(start, start + BATCH);
    if (ids.length < PAGE) return;
    after = ids.at(-1) as string;
  }
}

const findingOf = ({ id, title }: IntegrityRule, { verdict, on, things, says }: Judgement): Finding => ({
  rule: id,
  title,
  verdict,
  on,
  things: [...new Set(things)],
  message: `${WORDS[verdict]}: ${says}`,
});

export interface CheckOptions {
  /** Ids of rules; default: all of them. */
  rules?: readonly string[] | null | undefined;
  /** The state of the record; default: now. */
  knownAt?: number;
  onProgress?: (line: string) => void;
}

/** The ids among these that name no rule. */
export const unknownRules = (ids: readonly string[]): string[] => ids.filter((id) => !CATALOGUE.some((rule) => rule.id === id));

export const ruleIds = (): string[] => CATALOGUE.map(({ id }) => id);

const chosenFrom = (rules: CheckOptions['rules']): readonly IntegrityRule[] => CATALOGUE.filter(({ id }) => !rules || rules.includes(id));

/** What the rules find in the graph: in the order of the catalogue, then of the ids. */
export const checkGraph = async (reader: Reader, { rules, knownAt = NOW, onProgress = () => undefined }: CheckOptions = {}): Promise<Finding[]> => {
  const chosen = chosenFrom(rules).map((rule) => ({ rule, check: rule.begin(), found: [] as Judgement[] }));
  for (const anchor of ANCHORS) {
    const asked = chosen.filter(({ rule }) => rule.of === anchor);
    if (asked.length === 0) continue;
    let done = 0;
    for await (const ids of batchesOf(reader, anchor)) {
      for (const { check, found } of asked) found.push(...(await check.page(reader, ids, knownAt)));
      onProgress(`${(done += ids.length)} ${anchor}, ${asked.length} rules`);
    }
  }
  return chosen.flatMap(({ rule, check, found }) => [...found, ...check.end()].map((one) => findingOf(rule, one)));
};

/** Some things, by what rules are asked of. */
export type Asked = Readonly<Record<Anchor, Iterable<string>>>;

/** Those rules that may find something of some things now, by what these say, what hangs on them and what was written. */
const findingAny = async (reader: Reader, rules: readonly IntegrityRule[], asked: Asked, written: Kinds): Promise<IntegrityRule[]> => {
  const around = new Map<string, string[]>();
  const ids = new Set(rules.flatMap(({ of, about }) => (about ? [...asked[of]] : [])));
  await inBatches([...ids], async (some) => {
    for (const { id, columns, own, ofSeats } of await reader.read(queries.record.around, { ids: some, never: NEVER }))
      around.set(id, [...columns, ...own, ...ofSeats]);
  });
  const allAround = new Map(ANCHORS.map((anchor) => [anchor, new Set([...asked[anchor]].flatMap((id) => around.get(id) ?? []))]));
  return rules.filter(
    ({ of, about }) => !about || (written !== 'EVERYTHING' && meet(new Set(about), written)) || about.some((one) => allAround.get(of)?.has(one)),
  );
};

interface CheckThings extends CheckOptions {
  /** The kinds of what was written: rules that look at none of them find what they found before, and are not asked. Default: all are. */
  written?: Kinds;
}

/** What the rules find about some things, in the order of the catalogue; a rule of the graph as a whole looks at what stands beside them too. */
export const checkThings = async (reader: Reader, asked: Asked, { rules, knownAt = NOW, written = 'EVERYTHING' }: CheckThings = {}): Promise<Finding[]> => {
  const concerned = chosenFrom(rules).filter(({ news }) => meet(news, written));
  const finding = knownAt === NOW ? await findingAny(reader, concerned, asked, written) : concerned;
  const found = finding.map(async (rule) => {
    const ids = [...asked[rule.of]];
    const { page, around } = rule.begin();
    const judgements: Judgement[] = [];
    for (let start = 0; start < ids.length; start += BATCH) judgements.push(...(await page(reader, ids.slice(start, start + BATCH), knownAt)));
    judgements.push(...(await around(reader, ids, knownAt)));
    return judgements.map((one) => findingOf(rule, one));
  });
  return (await Promise.all(found)).flat();
};
