import type { DocumentFilter } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import type { Context } from '../../read/context.js';
import { filteredNodes, filteredOn } from '../../read/filtered-nodes.js';
import { periodOf } from '../../read/filters.js';
import type { Lens } from '../../read/lens.js';
import type { PageArguments } from '../../read/page.js';
import { recordedPage } from '../../read/recorded-page.js';
import { titleAsked } from '../names/asked.js';
import * as loaders from './loaders.js';
import type { DocumentConnectionAt } from './model.js';

/** Documents by title. */
export const documents = async ({ reader, use }: Context, filter: DocumentFilter, lens: Lens, args: PageArguments): Promise<DocumentConnectionAt> => {
  const { title, issuer } = filter;
  const passing = { ...periodOf(filter), words: title?.trim() ? titleAsked(title) : null };
  const nodes =
    issuer != null
      ? filteredOn(reader, use(loaders.documents), queries.documentsOfIssuer, issuer, passing)
      : filteredNodes(reader, use(loaders.documents), queries.documents, passing);
  return recordedPage(['documents', filter, lens.given], nodes, lens, args);
};
