import { href, hrefHere, pathOf } from '../address';
import { type Thing, type Tie, linesOf } from '../graph';
import { words } from '../words/words';

const MARGIN = 105;

/** Things as circles and squares, each with its name beside it. */
export const Drawn = ({ things, ties }: { things: readonly Thing[]; ties: readonly Tie[] }) => {
  const w = words.value;
  const at = new Map(things.map((thing) => [thing.id, { x: thing.x ?? 0, y: thing.y ?? 0 }]));
  const xs = [...at.values()].map(({ x }) => x);
  const ys = [...at.values()].map(({ y }) => y);
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - 20];
  const [width, height] = [Math.max(...xs) + MARGIN - left, Math.max(...ys) + 30 - top];
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={w.networkTitle}>
      <svg class="network" viewBox={`${left} ${top} ${width} ${height}`} role="group" aria-label={`${w.networkTitle}. ${w.mapHelp}`}>
        {ties.map(({ person, body, isSure }) => {
          const [a, b] = [at.get(person.id), at.get(body.id)];
          return a && b && <line key={`${person.id}${body.id}`} class={isSure ? undefined : 'maybe-tie'} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />;
        })}
        {things.map(({ id, name, isPerson, isCentre, x = 0, y = 0 }) => (
          <a key={id} href={isCentre ? href(pathOf(id) ?? '/') : hrefHere({ around: id, to: null })} class={isCentre ? 'centre' : undefined}>
            {isPerson ? (
              <circle class="person" cx={x} cy={y} r={isCentre ? 8 : 5} />
            ) : (
              <rect class="body" x={x - 5} y={y - 5} width={isCentre ? 14 : 10} height={isCentre ? 14 : 10} />
            )}
            <text y={y + 18} text-anchor="middle">
              {linesOf(name).map((line, row) => (
                <tspan key={line} x={x} dy={row * 12}>
                  {line}
                </tspan>
              ))}
            </text>
          </a>
        ))}
      </svg>
    </div>
  );
};
