import type { IdentifyInput } from '../../generated/api.js';
import { identifierId } from '../../words/identifiers/definition.js';
import { daysMeet } from '../../write/union-dates.js';
import { datesOf } from '../dates.js';
import type { Act } from './act.js';
import { NAMED, isOwnId, itemsOf, othersOf, sayItems } from './naming.js';
import { text } from './rows.js';

/** What identifiers are told apart by. */
export const SCHEME_AND_VALUE = ['scheme', 'value'];

/** Something bears an identifier. */
const identify: Act<IdentifyInput> = {
  reads: ({ thing }) => [thing],
  apply: async (writing, { id, thing: of, identifier: { scheme, value }, from, ends }) => {
    const thing = writing.known(of, NAMED, 'thing', 'a person, body, party, municipality or region');
    if (!thing || !isOwnId(writing, id, identifierId(thing.id, scheme, value)) || !writing.endsAfter({ from, ends })) return;
    const passage = await writing.passage();
    const { open, ...dates } = datesOf(from ?? null, ends, passage);
    const said = { scheme, value, ...dates, ...(open !== undefined && from != null && { open }) };
    const items = itemsOf(thing.fields, 'identifiers');
    const known = items.find((item) => item['scheme'] === scheme && item['value'] === value && daysMeet(item, said));
    const differs = known && (['from', 'until'] as const).find((key) => text(said, key) !== null && text(known, key) !== text(said, key));
    if (!known)
      await sayItems(writing, thing, 'identifiers', [...othersOf(items, said, SCHEME_AND_VALUE), { ...said, sources: [passage.source] }], SCHEME_AND_VALUE);
    else if (!differs) await writing.say(thing.word, thing.id, {}, 'LEARNT');
    else
      writing.refuse('ALREADY_HELD', [], `what is recorded, whose ${differs} is ${text(known, differs) ?? 'not said'}`, {
        given: text(said, differs),
        things: [thing.id],
      });
  },
};

export const identifying = { identify };
