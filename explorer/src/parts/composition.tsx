import { NO_PARTY, colourOf } from '../colours';
import type { BodyQuery } from '../generated/graphql';
import { type Range, SUREST_FIRST, surenessOf } from '../sureness';
import { say, words } from '../words/words';
import { day } from '../address';
import { halfCircle } from './half-circle';
import { To } from './links';
import { Count } from './sure';

export type MemberRow = NonNullable<BodyQuery['body']>['members']['nodes'][number];

export interface Composed {
  complete?: boolean;
  completeOn?: string | null;
  filled: Range;
  vacant: Range | null;
  byParty: readonly { principal: { id: string; name: string; letter?: string | null; colour?: string | null } | null; status: string | null; people: Range }[];
}

interface Dot {
  key: string;
  name: string;
  party: string;
  colour: string;
  sureness: 'certain' | 'seen' | 'possible';
}

const NOT_COUNTED = ['SUBSTITUTE', 'OBSERVER', 'DIRECTOR', 'EMPLOYEE'];

export const isCounted = ({ role, declined }: { role: string; declined: boolean }): boolean => !NOT_COUNTED.includes(role) && !declined;

/** Who sits or was seen last, each once, in the order of their parties. */
const dotsOf = (members: readonly MemberRow[], parties: readonly string[]): Dot[] => {
  const dots = new Map<string, Dot>();
  for (const row of members) {
    const sureness = surenessOf(row, day.value);
    const { person } = row;
    if (!isCounted(row) || sureness.kind === 'not') continue;
    const before = dots.get(person.id)?.sureness ?? 'possible';
    const surest = SUREST_FIRST.indexOf(before) < SUREST_FIRST.indexOf(sureness.kind) ? before : sureness.kind;
    dots.set(person.id, { key: person.id, name: person.name, party: person.party?.id ?? '', colour: colourOf(person.party), sureness: surest });
  }
  const order = (party: string): number => (parties.includes(party) ? parties.indexOf(party) : parties.length);
  return [...dots.values()].sort((a, b) => order(a.party) - order(b.party));
};

/** The people of a body by party, with seats that are known to be empty. */
export const Composition = ({ composition, members }: { composition: Composed; members: readonly MemberRow[] }) => {
  const w = words.value;
  const known = composition.byParty.filter(({ people }) => people.lastKnown > 0);
  const dots = dotsOf(
    members,
    known.flatMap(({ principal }) => (principal ? [principal.id] : [])),
  );
  const empty = composition.vacant?.lastKnown ?? 0;
  const { spots, radius, height } = halfCircle(dots.length + empty);
  const legend = known.map(({ principal, people }) => `${principal?.name ?? w.noParty} ${people.lastKnown}`).join(', ');
  return (
    <section class="composition">
      <h2>{w.composition}</h2>
      <p>
        <Count range={composition.filled} of={w.members} />
        {empty > 0 && `, ${w.vacantCount(empty)}`}
      </p>
      {spots.length > 0 && (
        <svg viewBox={`0 0 100 ${height}`} role="img" aria-label={legend}>
          {spots.map(({ x, y }, at) => {
            const dot = dots[at];
            return (
              <circle
                key={dot?.key ?? `empty-${at}`}
                cx={x}
                cy={y}
                r={radius * 0.92}
                fill={dot && dot.sureness !== 'possible' ? dot.colour : 'none'}
                fill-opacity={dot?.sureness === 'seen' ? 0.55 : 1}
                stroke={dot?.colour ?? NO_PARTY}
                stroke-width={0.4}
                stroke-dasharray={dot ? undefined : '1 1'}
              >
                <title>{dot ? dot.name : w.vacant}</title>
              </circle>
            );
          })}
        </svg>
      )}
      <ul class="legend">
        {known.map(({ principal, people }) => (
          <li key={principal?.id ?? 'none'}>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <circle cx="5" cy="5" r="4.5" fill={principal ? colourOf(principal) : NO_PARTY} />
            </svg>
            {principal ? <To thing={principal} /> : w.noParty} {people.lastKnown}
          </li>
        ))}
      </ul>
      <p class="note">
        {dots.some(({ sureness }) => sureness === 'seen') && `${w.paleSays} `}
        {dots.some(({ sureness }) => sureness === 'possible') && `${w.ringSays} `}
        {composition.complete ? w.complete : composition.filled.open && w.maybeMoreSeats} {composition.completeOn && w.completeOn(say(composition.completeOn))}
      </p>
    </section>
  );
};
