import type { AllotInput, KeepInput } from '../../generated/api.js';
import * as queries from '../../generated/queries.js';
import { NOW } from '../../record/time.js';
import { isCivilDate } from '../../time/civil.js';
import { EDITOR } from '../../write/editors.js';
import { datesOf, untilOf } from '../dates.js';
import type { Fields } from '../draft.js';
import { ownPart } from '../ids.js';
import type { Act } from './act.js';
import { sayDated, withDays } from './recorded.js';
import { given, rowsOf, text } from './rows.js';

const allotmentId = ({ by, in: body }: AllotInput): string => `seats:${ownPart(by)}-${ownPart(body)}`;

/** Somebody has the right to fill seats of a body. */
const allot: Act<AllotInput> = {
  reads: (input) => [input.id, input.by, input.in, allotmentId(input)],
  apply: async (writing, input) => {
    const by = writing.known(input.by, ['municipalities', 'regions', 'parties', 'bodies'], 'by', 'a body, party, municipality or region');
    const body = writing.known(input.in, ['bodies'], 'in', 'a body');
    if (!by || !body || !writing.endsAfter(input)) return;
    const isSame = (fields: Fields): boolean => fields['by'] === by.id && fields['body'] === body.id;
    const recorded = await writing.draft.reader.read(queries.seats.ofPrincipalIn, { by: by.id, body: body.id, knownAt: NOW });
    const days = new Map(recorded.map(({ r }) => [r.id, r]));
    const rows = await rowsOf(writing, 'seats', [...days.keys()]);
    await sayDated(writing, {
      word: 'seats',
      id: input.id,
      made: allotmentId(input),
      said: {
        by: by.id,
        body: body.id,
        count: input.count,
        ...given({ exOfficio: input.exOfficio }),
        ...datesOf(input.from ?? null, input.ends, await writing.passage()),
      },
      like: await withDays(
        writing,
        rows.filter(({ fields }) => isSame(fields)),
        days,
      ),
      isSame,
    });
  },
};

const registerId = ({ body }: KeepInput): string => `register:${EDITOR}-${ownPart(body)}`;

/** From a day on the record names every member of a body. */
const keep: Act<KeepInput> = {
  reads: (input) => [input.id, input.body, registerId(input)],
  apply: async (writing, input) => {
    const body = writing.known(input.body, ['bodies'], 'body', 'a body');
    const until = input.ends ? untilOf(input.ends) : null;
    if (!body || !writing.endsAfter(input)) return;
    if (input.ends && (until === null || !isCivilDate(until))) {
      writing.refuse('BAD_DATE', ['ends'], 'a day', { given: until });
      return;
    }
    const recorded = await writing.draft.reader.read(queries.registers.byBodyIds, { ids: [body.id], knownAt: NOW });
    const rows = await rowsOf(
      writing,
      'registers',
      recorded.flatMap(({ registers }) => registers.map(({ x }) => x.id)),
    );
    const own = rows.filter(({ fields }) => fields['body'] === body.id && fields['by'] === EDITOR);
    const lasting = own.find(({ fields }) => (text(fields, 'from') ?? '') <= input.from && input.from < (text(fields, 'until') ?? '9999-12-31'));
    const isOtherwise = lasting && until !== null && text(lasting.fields, 'until') !== until;
    const taken = input.id != null && input.id !== lasting?.id && writing.draft.thing(input.id);
    if (taken) writing.refuse('ID_TAKEN', ['id'], 'an id that nothing else has', { given: input.id as string, things: [taken.id] });
    else if (isOtherwise) writing.refuse('ALREADY_HELD', [], 'a body whose record is not kept yet', { given: until, things: [lasting.id] });
    else if (lasting) await writing.say('registers', lasting.id, {}, 'LEARNT');
    else
      await writing.say(
        'registers',
        input.id ?? (await writing.draft.free(registerId(input))),
        { body: body.id, by: EDITOR, from: input.from, ...given({ until }) },
        'CHANGED',
      );
  },
};

export const rights = { allot, keep };
