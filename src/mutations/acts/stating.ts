import type { StateInput } from '../../generated/api.js';
import { ownPart, slugOf } from '../ids.js';
import type { Act } from './act.js';
import { sayUndated } from './undated.js';

/** A document says something that no other act records. */
const state: Act<StateInput> = {
  reads: ({ id, about, conflictsWith }) => [id, ...about, ...(conflictsWith ?? [])],
  apply: async (writing, { id, about, subject, text, value, conflictsWith }) => {
    const { draft } = writing;
    if (about.length === 0) writing.refuse('MISSING', ['about'], 'one thing or more');
    const unknown = about.flatMap((one, at) =>
      draft.thing(one) ? [] : [writing.refuse('UNKNOWN_ID', ['about', String(at)], 'the id of something that is recorded', { given: one })],
    );
    const others = (conflictsWith ?? []).map((one, at) => writing.known(one, ['statements'], ['conflictsWith', String(at)], 'a statement'));
    if (about.length === 0 || unknown.length > 0 || others.includes(null)) return;
    const made = `statement:${ownPart(about[0] as string)}-${slugOf(subject) || 'said'}`;
    const against = others.flatMap((other) => other?.id ?? []);
    const said = { about, subject, text, value, conflictsWith: against.length > 0 ? against : null };
    const statement = await sayUndated(writing, { word: 'statements', id, made, said, alike: ['about', 'subject', 'text'] });
    for (const other of others) {
      const named = (other?.fields['conflictsWith'] ?? []) as string[];
      if (statement !== null && other && !named.includes(statement))
        await writing.say('statements', other.id, { conflictsWith: [...named, statement] }, 'LEARNT');
    }
  },
};

export const stating = { state };
