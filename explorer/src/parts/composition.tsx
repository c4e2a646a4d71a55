import { NO_PARTY, colourOfShare } from '../colours';
import type { BodyQuery } from '../generated/graphql';
import { type Range, SUREST_FIRST, surenessOf } from '../sureness';
import { say, sayNumber, words } from '../words/words';
import { day } from '../address';
import { halfCircle } from './half-circle';
import { To, sayParty } from './links';
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
  share: string;
  colour: string;
  sureness: 'certain' | 'seen' | 'possible';
}

const NOT_COUNTED = ['SUBSTITUTE', 'OBSERVER', 'DIRECTOR', 'EMPLOYEE'];

export const isCounted = ({ role, declined }: { role: string; declined: boolean }): boolean => !NOT_COUNTED.includes(role) && !declined;

/** Whose share somebody is of: of a party, of those without one, or of those of whom nobody knows. */
const shareOf = (party: { id: string } | null, status: string | null): string => party?.id ?? status ?? 'UNKNOWN';

/** Who sits on the day: the holder of a seat, or who stands in while they do not. */
const sittingOf = (row: MemberRow) => {
  const sureness = surenessOf(row, day.value).kind;
  if (sureness === 'not' || !isCounted(row)) return [];
  if (row.sits !== null) return [{ person: row.person, sureness: row.sits === row.certainty ? sureness : ('possible' as const) }];
  return row.stoodInBy.map(({ substitute: { person }, certainty }) => ({ person, sureness: certainty === 'CERTAIN' ? sureness : ('possible' as const) }));
};

/** Who sits or was seen last, each once, in the order of their parties. */
const dotsOf = (members: readonly MemberRow[], shares: readonly string[]): Dot[] => {
  const dots = new Map<string, Dot>();
  for (const { person, sureness } of members.flatMap(sittingOf)) {
    const before = dots.get(person.id)?.sureness ?? 'possible';
    const surest = SUREST_FIRST.indexOf(before) < SUREST_FIRST.indexOf(sureness) ? before : sureness;
    dots.set(person.id, {
      key: person.id,
      name: person.name,
      share: shareOf(person.party, person.partyStatus),
      colour: colourOfShare(person.party, person.partyStatus),
      sureness: surest,
    });
  }
  const order = ({ share }: Dot): number => (shares.includes(share) ? shares.indexOf(share) : shares.length);
  return [...dots.values()].sort((a, b) => order(a) - order(b));
};

const sayShare = ({ principal, status }: Pick<Composed['byParty'][number], 'principal' | 'status'>): string =>
  sayParty({ party: principal, partyStatus: status ?? 'UNKNOWN' });

/** The people of a body by party, with seats that are known to be empty. */
export const Composition = ({ composition, members }: { composition: Composed; members: readonly MemberRow[] }) => {
  const w = words.value;
  const known = composition.byParty.filter(({ people }) => people.lastKnown > 0);
  const dots = dotsOf(
    members,
    known.map(({ principal, status }) => shareOf(principal, status)),
  );
  const empty = composition.vacant?.lastKnown ?? 0;
  const { spots, radius, height } = halfCircle(dots.length + empty);
  const legend = known.map((share) => `${sayShare(share)} ${sayNumber(share.people.lastKnown)}`).join(', ');
  return (
    <section class="composition">
      <h2>{w.composition}</h2>
      <p>
        <Count range={composition.filled} of={w.members} />
        {composition.vacant && empty > 0 && (
          <>
            {', '}
            <Count range={composition.vacant} of={w.vacantCount} />
          </>
        )}
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
        {known.map(({ principal, status, people }) => (
          <li key={shareOf(principal, status)}>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <circle cx="5" cy="5" r="4.5" fill={colourOfShare(principal, status)} />
            </svg>
            {principal ? <To thing={principal} /> : sayShare({ principal, status })} {sayNumber(people.lastKnown)}
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
