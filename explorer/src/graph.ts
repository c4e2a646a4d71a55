import { type SimulationNodeDatum, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

export interface Thing extends SimulationNodeDatum {
  id: string;
  name: string;
  isPerson: boolean;
  isCentre: boolean;
}

export interface Tie {
  person: { id: string; name: string };
  body: { id: string; name: string };
  role: string;
  isSure: boolean;
}

export const MOST_THINGS = 60;
/** As many times labels that overlap are moved apart. */
const TURNS = 300;

/** What is drawn of the ties: the centre first, then those that join most of it, at most 60. */
export const thingsOf = <Tied extends Tie>(centre: string, ties: readonly Tied[]): { things: Thing[]; shown: Tied[] } => {
  const degree = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { person, body } of ties)
    for (const { id, name } of [person, body]) {
      degree.set(id, (degree.get(id) ?? 0) + 1);
      names.set(id, name);
    }
  const isNear = new Set(ties.filter(({ person, body }) => person.id === centre || body.id === centre).flatMap(({ person, body }) => [person.id, body.id]));
  const rank = (id: string): number => (id === centre ? 0 : isNear.has(id) ? 1 : 2);
  const ids = [...names.keys()].sort((a, b) => rank(a) - rank(b) || (degree.get(b) ?? 0) - (degree.get(a) ?? 0) || a.localeCompare(b)).slice(0, MOST_THINGS);
  const kept = new Set(ids);
  return {
    things: ids.map((id) => ({ id, name: names.get(id) ?? id, isPerson: id.startsWith('person:'), isCentre: id === centre })),
    shown: ties.filter(({ person, body }) => kept.has(person.id) && kept.has(body.id)),
  };
};

/** As many steps things move in, and how little when they stand still. */
const [STEPS, STILL] = [120, 0.001];

const LETTER = 6.4;
const LABEL = { height: 46, line: 26, longest: 36, margin: 8 };

const cut = (text: string): string => (text.length > LABEL.longest ? `${text.slice(0, LABEL.longest - 1).trimEnd()}…` : text);

/** A name in one line, or a long one in two; what has no room there is read in the table. */
export const linesOf = (name: string): string[] => {
  if (name.length <= LABEL.line) return [name];
  const spaces = [...name.matchAll(/[ -]/g)].map(({ index }) => index + 1);
  const [at] = spaces.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2));
  return at === undefined ? [cut(name)] : [cut(name.slice(0, at)), cut(name.slice(at))];
};

/** How wide the name of a thing is drawn. */
export const widthOf = ({ name }: Thing): number => Math.max(...linesOf(name).map(({ length }) => length)) * LETTER + LABEL.margin;

/** Moves those whose labels overlap apart, the shorter way, until none do. */
const spread = (things: readonly Thing[]): void => {
  for (let turn = 0, moved = true; moved && turn < TURNS; turn += 1) {
    moved = false;
    for (const [at, a] of things.entries())
      for (const b of things.slice(at + 1)) {
        const [dx, dy] = [(b.x ?? 0) - (a.x ?? 0), (b.y ?? 0) - (a.y ?? 0)];
        const [overX, overY] = [(widthOf(a) + widthOf(b)) / 2 - Math.abs(dx), LABEL.height - Math.abs(dy)];
        if (overX <= 0 || overY <= 0) continue;
        moved = true;
        if (overX < overY) {
          a.x = (a.x ?? 0) - (Math.sign(dx) || 1) * (overX / 2 + 0.5);
          b.x = (b.x ?? 0) + (Math.sign(dx) || 1) * (overX / 2 + 0.5);
        } else {
          a.y = (a.y ?? 0) - (Math.sign(dy) || 1) * (overY / 2 + 0.5);
          b.y = (b.y ?? 0) + (Math.sign(dy) || 1) * (overY / 2 + 0.5);
        }
      }
  }
};

/** Where things stand, so that those that are tied are near and labels have room. */
export const placed = (things: readonly Thing[], ties: readonly Tie[]): Thing[] => {
  const nodes = things.map((thing) => ({ ...thing }));
  const links = ties.map(({ person, body }) => ({ source: person.id, target: body.id }));
  forceSimulation(nodes)
    .alphaDecay(1 - STILL ** (1 / STEPS))
    .force(
      'tie',
      forceLink<Thing, { source: string; target: string }>(links)
        .id(({ id }) => id)
        .distance(80),
    )
    .force('apart', forceManyBody().strength(-260))
    .force(
      'room',
      forceCollide<Thing>(({ name }) => 10 + Math.min(46, name.length * 1.7)),
    )
    .force('x', forceX().strength(0.06))
    .force('y', forceY().strength(0.12))
    .stop()
    .tick(STEPS);
  spread(nodes);
  return nodes;
};
