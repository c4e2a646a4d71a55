import type { StatementFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import type { Lens, NodeAt } from '../../read/lens.js';
import { nodeById } from '../../read/nodes.js';
import { type PageArguments, pageOf } from '../../read/page.js';
import { allRecorded, bySortKey, recordedPage } from '../../read/recorded-page.js';
import { sortedBy } from '../../record/order.js';
import { nodeIdOf } from '../appointments/model.js';
import { sourcesOfDocument } from '../documents/loaders.js';
import { saying } from '../names/fold.js';
import * as loaders from './loaders.js';
import type { StatementAt, StatementConnectionAt } from './model.js';

const isFiltered = ({ about, document, text, conflicting }: StatementFilter): boolean =>
  Boolean(text) || [about, document, conflicting].some((one) => one != null);

const aboutThing = async (context: Context, id: string, lens: Lens): Promise<StatementAt[]> =>
  (await context.use(loaders.statementsAbout)(lens.knownAt).load(nodeIdOf(id))).filter(({ about }) => about.includes(id)).map((row) => ({ row, lens }));

/** The statements that contradict one, whichever of the two says so. */
export const conflictsOf = async (context: Context, { row, lens }: StatementAt): Promise<StatementAt[]> =>
  sortedBy(await context.use(loaders.conflicts)(lens.knownAt).load(row.id), ({ sortKey }) => [sortKey]).map((one) => ({ row: one, lens }));

/** A test that may have to ask. */
type Passes = (at: StatementAt) => Promise<boolean> | boolean;

const inDocument = async (context: Context, document: string, lens: Lens): Promise<Passes> => {
  const passages = new Set((await context.use(sourcesOfDocument)(lens.knownAt).load(document)).map(({ id }) => id));
  return ({ row }) => row.sources.some((id) => passages.has(id));
};

const passing = async (all: readonly StatementAt[], passes: Passes): Promise<StatementAt[]> => {
  const passed = await Promise.all(all.map(passes));
  return all.filter((_, at) => passed[at]);
};

/** What documents say that is no edge of the graph, by subject. */
export const statements = async (context: Context, filter: StatementFilter, lens: Lens, args: PageArguments): Promise<StatementConnectionAt> => {
  const identity = ['statements', filter, lens.given];
  const { about, document, text, conflicting } = filter;
  const all = bySortKey(context.reader, context.use(loaders.statements), queries.statements.list, queries.statements.listEarlier, queries.statements.count);
  if (!isFiltered(filter)) return recordedPage(identity, all, lens, args);
  const says = saying(text);
  const named = about != null ? await aboutThing(context, about, lens) : await allRecorded(all, lens);
  let rows = named.filter(({ row }) => says(`${row.subject}\n${row.text}`));
  if (document != null) rows = await passing(rows, await inDocument(context, document, lens));
  if (conflicting != null) rows = await passing(rows, async (at) => (await conflictsOf(context, at)).length > 0 === conflicting);
  return pageOf(identity, 1, rows, ({ row }) => [row.sortKey], args, 50);
};

/** The things that a statement is about; asOf hides none of them. */
export const thingsOf = async (context: Context, { row, lens }: StatementAt): Promise<NodeAt[]> =>
  (await Promise.all(row.about.map((id) => nodeById(context, id, lens)))).flatMap((thing) => thing ?? []);
