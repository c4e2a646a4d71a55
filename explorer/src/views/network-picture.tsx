import { useEffect, useRef } from 'preact/hooks';
import { href, hrefHere, pathOf } from '../address';
import { type Thing, type Tie, linesOf, widthOf } from '../graph';
import { words } from '../words/words';

/** So that few things are not drawn larger than many. */
const LEAST_WIDTH = 640;

/** Things as circles and squares, each with its name beside it. */
export const Drawn = ({ things, ties }: { things: readonly Thing[]; ties: readonly Tie[] }) => {
  const w = words.value;
  const at = new Map(things.map((thing) => [thing.id, { x: thing.x ?? 0, y: thing.y ?? 0 }]));
  const ys = [...at.values()].map(({ y }) => y);
  const [top, bottom] = [Math.min(...ys) - 20, Math.max(...ys) + 36];
  const from = Math.min(...things.map((thing) => (thing.x ?? 0) - widthOf(thing) / 2));
  const until = Math.max(...things.map((thing) => (thing.x ?? 0) + widthOf(thing) / 2));
  const width = Math.max(LEAST_WIDTH, until - from);
  const left = (from + until - width) / 2;
  const frame = useRef<HTMLDivElement>(null);
  // Where there is no room for all of it, the middle is seen first.
  useEffect(() => frame.current?.scrollTo({ left: (frame.current.scrollWidth - frame.current.clientWidth) / 2 }), [things]);
  return (
    <div ref={frame} class="wide" tabIndex={0} role="region" aria-label={w.networkTitle}>
      <svg class="network" viewBox={`${left} ${top} ${width} ${bottom - top}`} role="group" aria-label={`${w.networkTitle}. ${w.mapHelp}`}>
        {ties.map(({ person, body, isSure }) => {
          const [a, b] = [at.get(person.id), at.get(body.id)];
          return a && b && <line key={`${person.id}${body.id}`} class={isSure ? undefined : 'maybe-tie'} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />;
        })}
        {things.map(({ id, name, isPerson, isCentre, x = 0, y = 0 }) => (
          <a key={id} href={isCentre ? href(pathOf(id) ?? '/') : hrefHere({ around: id, to: null })} class={isCentre ? 'centre' : undefined}>
            <title>{name}</title>
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
