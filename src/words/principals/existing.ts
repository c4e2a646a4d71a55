import { datedProperties } from '../../record/dated-properties.js';
import * as columns from '../columns.js';
import type { DatedFields } from '../fields.js';

interface Existing {
  existence?: DatedFields;
  sources: string[];
}

/** When a row's thing exists, as it is stored; nulls where the row does not say. */
export const existenceColumns = ({ existence, sources }: Existing) => columns.orNull(columns.dated, existence && datedProperties({ ...existence, sources }));
