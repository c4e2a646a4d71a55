import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { inputError } from '../../read/errors.js';
import { filteredNodes } from '../../read/filtered-nodes.js';
import { type Lens, windowOf } from '../../read/lens.js';
import type { PageArguments } from '../../read/page.js';
import { recordedPage } from '../../read/recorded-page.js';
import { surestOf } from '../../read/surest.js';
import { letterCertainty } from '../names/called.js';
import * as loaders from './loaders.js';
import type { Party, PartyAt, PartyConnectionAt } from './model.js';

interface Asked {
  id?: string | null;
  letter?: string | null;
  municipality?: string | null;
}

const isNational = ({ scope }: Party): boolean => scope !== 'LOCAL';

/**
 * The only one that holds a letter most surely on the date: of the lists of the municipality, where it is given, else of the national
 * parties; where none of these does and no municipality is given, of the lists of any. @throws GraphQLError AMBIGUOUS where several do.
 */
const byLetter = async (context: Context, letter: string, municipality: string | null, lens: Lens): Promise<PartyAt | null> => {
  const found = await context.reader.read(queries.parties.idsByLetter, { letter, knownAt: lens.knownAt });
  const rows = await Promise.all([...new Set(found.map(({ id }) => id))].map((id) => context.use(loaders.parties)(lens.knownAt).load(id)));
  const holders = rows.filter((row) => row !== null && letterCertainty(row, letter, lens.asOf) !== null) as Party[];
  const meant = [holders.filter((one) => municipality !== null && one.municipality === municipality), holders.filter(isNational)].find(
    ({ length }) => length > 0,
  );
  const row = surestOf(meant ?? (municipality === null ? holders : []), (one) => letterCertainty(one, letter, lens.asOf), {
    argument: 'letter',
    required: 'a letter that one party holds on the date',
    given: letter,
  });
  return row && { row, lens };
};

/** By exactly one of id and letter; null where unknown. */
export const party = async (context: Context, { id, letter, municipality }: Asked, lens: Lens): Promise<PartyAt | null> => {
  if ((id == null) === (letter == null)) throw inputError('id', 'exactly one of id and letter', { id, letter });
  if (letter != null) return byLetter(context, letter, municipality ?? null, lens);
  if (municipality != null) throw inputError('municipality', 'a letter beside it', { id, municipality });
  const row = await context
    .use(loaders.parties)(lens.knownAt)
    .load(id as string);
  return row && { row, lens };
};

/** Parties that may exist on the lens's date, by name. */
export const parties = ({ reader, use }: Context, lens: Lens, args: PageArguments): Promise<PartyConnectionAt> =>
  recordedPage(['parties', lens.given], filteredNodes(reader, use(loaders.parties), queries.parties, windowOf(lens)), lens, args);
