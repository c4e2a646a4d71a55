import * as queries from '../generated/queries.js';
import type { Reader } from '../graph/port.js';
import { NOW } from '../record/time.js';
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

/** What the rules find about some things, in the order of the catalogue; what a rule finds in the graph as a whole is left out. */
export const checkThings = async (reader: Reader, asked: Asked, { rules, knownAt = NOW }: CheckOptions = {}): Promise<Finding[]> => {
  const found = chosenFrom(rules).map(async (rule) => {
    const ids = [...asked[rule.of]];
    const { page } = rule.begin();
    const judgements: Judgement[] = [];
    for (let start = 0; start < ids.length; start += BATCH) judgements.push(...(await page(reader, ids.slice(start, start + BATCH), knownAt)));
    return judgements.map((one) => findingOf(rule, one));
  });
  return (await Promise.all(found)).flat();
};
