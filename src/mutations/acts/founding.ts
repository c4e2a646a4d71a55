import type { DissolveInput, EstablishInput, FoundPartyInput, PlaceInput } from '../../generated/api.js';
import type { PartialDate } from '../../time/partial.js';
import type { Thing } from '../draft.js';
import { slugOf } from '../ids.js';
import type { Act, Writing } from './act.js';
import { sayBeginning, sayEnding } from './existing.js';
import { sayRelation } from './relating.js';
import { type Undated, sayUndated } from './undated.js';

/** The id of something by its name. */
const idBy = (prefix: string, name: string): string => `${prefix}:${slugOf(name) || 'unnamed'}`;

/** Records something, and since when it exists. Returns its id; null: it cannot be, which is told. */
export const sayThing = async (writing: Writing, undated: Undated, from: PartialDate | null | undefined): Promise<string | null> => {
  const id = await sayUndated(writing, undated);
  if (id === null || from == null) return id;
  return (await sayBeginning(writing, writing.draft.thing(id) as Thing, from)) ? id : null;
};

/** A body begins, with what it is part of, covers, governs and follows. */
const establish: Act<EstablishInput> = {
  reads: ({ id, partOf, covers, governs, follows }) => [id, partOf, governs, follows, ...(covers ?? [])],
  apply: async (writing, { id, name, kind, from, partOf, covers, governs, follows }) => {
    const areKnown = [
      partOf == null || writing.known(partOf, ['bodies'], 'partOf', 'a body') !== null,
      ...(covers ?? []).map((one, at) => writing.known(one, ['municipalities'], ['covers', String(at)], 'a municipality') !== null),
      governs == null || writing.known(governs, ['municipalities', 'regions'], 'governs', 'a municipality or region') !== null,
      follows == null || writing.known(follows, ['calendars'], 'follows', 'an election calendar') !== null,
    ];
    if (!areKnown.every(Boolean)) return;
    const body = await sayThing(writing, { word: 'bodies', id, made: idBy('body', name), said: { name, kind }, alike: ['name', 'kind'] }, from);
    if (body === null) return;
    const relations = [['PART_OF', partOf], ...(covers ?? []).map((one) => ['COVERS', one] as const), ['GOVERNS', governs], ['FOLLOWS', follows]] as const;
    for (const [relation, object] of relations) if (object != null) await sayRelation(writing, { kind: relation, subject: body, object, from });
  },
};

/** A party or local list begins. */
const foundParty: Act<FoundPartyInput> = {
  reads: ({ id, municipality }) => [id, municipality],
  apply: async (writing, { id, name, letter, from, scope, municipality }) => {
    if (municipality != null && !writing.known(municipality, ['municipalities'], 'municipality', 'a municipality')) return;
    const { source } = await writing.passage();
    const letters = letter == null ? null : [{ text: letter, ...(from != null && { from }), open: true, sources: [source] }];
    const said = { name, scope: scope ?? 'NATIONAL', municipality, letters };
    await sayThing(writing, { word: 'parties', id, made: idBy('party', name), said, alike: ['name', 'scope', 'municipality'] }, from);
  },
};

/** A municipality or region is there. */
const addPlace: Act<PlaceInput> = {
  reads: ({ id, liesIn }) => [id, liesIn],
  apply: async (writing, { id, kind, name, code, liesIn, from }) => {
    const isRegion = kind === 'REGION';
    if (isRegion && liesIn != null) {
      writing.refuse('BAD_VALUE', ['liesIn'], 'nothing of a region', { given: liesIn });
      return;
    }
    if (!isRegion && code == null) {
      writing.refuse('MISSING', ['code'], 'the code of a municipality');
      return;
    }
    if (liesIn != null && !writing.known(liesIn, ['regions'], 'liesIn', 'a region')) return;
    const word = isRegion ? 'regions' : 'municipalities';
    const made = idBy(isRegion ? 'region' : 'municipality', name);
    const place = await sayThing(writing, { word, id, made, said: { name, code }, alike: ['name', 'code'] }, from);
    if (place !== null && liesIn != null) await sayRelation(writing, { kind: 'LIES_IN', subject: place, object: liesIn, from });
  },
};

/** A body, party or municipality is no longer there. */
const dissolve: Act<DissolveInput> = {
  reads: ({ thing }) => [thing],
  apply: async (writing, { thing: id, ends }) => {
    const thing = writing.known(id, ['bodies', 'parties', 'municipalities'], 'thing', 'a body, party or municipality');
    if (thing) await sayEnding(writing, thing, ends);
  },
};

export const founding = { establish, foundParty, addPlace, dissolve };
