import { href, pathOf } from '../address';
import { type Range } from '../sureness';
import { sayNumber, words } from '../words/words';
import shapes from './municipal-shapes.json';

export interface Counted {
  id: string;
  name: string;
  code: string | null;
  people: Range;
}

/** From few to many; none at all is the lightest. */
const SHADES = ['#e3e8ee', '#bcd3e8', '#8db6da', '#5692c4', '#2a6da6', '#0f4578'];

const SHAPES: Readonly<Record<string, string>> = shapes;

/** The bounds of the shades: as many steps as there are different counts, at most five. */
export const stepsOf = (counts: readonly number[]): number[] => {
  const most = Math.max(0, ...counts);
  const steps = Math.min(SHADES.length - 1, most);
  return Array.from({ length: steps }, (_, at) => Math.round(1 + (at * most) / steps));
};

const shadeOf = (count: number, steps: readonly number[]): string => SHADES[count === 0 ? 0 : steps.filter((step) => step <= count).length] ?? '#0f4578';

export const MapOf = ({ rows }: { rows: readonly Counted[] }) => {
  const w = words.value;
  const steps = stepsOf(rows.map(({ people }) => people.lastKnown));
  return (
    <div>
      <svg class="map" viewBox="0 0 1000 1150" role="group" aria-label={`${w.mapTitle}. ${w.mapHelp}`}>
        {rows.map(({ id, name, code, people }) => {
          const shape = code ? SHAPES[code] : undefined;
          const path = pathOf(id);
          return shape && path ? (
            <a key={id} href={href(path)} aria-label={`${name}: ${sayNumber(people.lastKnown)}`}>
              <path d={shape} fill={shadeOf(people.lastKnown, steps)}>
                <title>{`${name}: ${sayNumber(people.lastKnown)}`}</title>
              </path>
            </a>
          ) : null;
        })}
      </svg>
      <div class="scale" aria-hidden="true">
        {[0, ...steps].map((step, at) => {
          const next = [0, ...steps][at + 1];
          return (
            <span key={step}>
              <svg viewBox="0 0 10 10">
                <rect width="10" height="10" fill={shadeOf(step, steps)} />
              </svg>
              {next === undefined ? `${sayNumber(step)}+` : next - 1 > step ? `${sayNumber(step)}–${sayNumber(next - 1)}` : sayNumber(step)}
            </span>
          );
        })}
      </div>
      <p class="note">
        {w.mapHelp} {w.mapCredit}
      </p>
    </div>
  );
};
