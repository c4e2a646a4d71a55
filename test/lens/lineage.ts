import { type Interval, certaintyOf, inItsTime, phaseOf } from './bounds.js';
import { earliest, latest } from './days.js';
import { type Model, type Relation, inOrder, sureness } from './model.js';

const existenceOf = (model: Model, id: string): Interval => (model.bodies.get(id) as { interval: Interval }).interval;

/** What is asked of a body of the past or future: of itself on the day, of who sat in it in its time. */
export const IN_ITS_TIME = '{ id asOf phase members { totalCount nodes { id asOf certainty person { asOf } } } }';
const seenInItsTime = (model: Model, id: string, day: string) => {
  const on = inItsTime(existenceOf(model, id), day);
  const members = model.seatsFor(on, {}, { body: id });
  return {
    id,
    asOf: day,
    phase: phaseOf(existenceOf(model, id), day),
    members: {
      totalCount: members.length,
      nodes: members.map((seat) => ({ id: seat.id, asOf: on, certainty: certaintyOf(seat.interval, on), person: { asOf: on } })),
    },
  };
};

const successions = (model: Model): Relation[] => model.relations.filter(({ kind }) => kind === 'SUCCEEDS');

/** The bodies at the other ends of successions that are in force on some day from the asked one to the nearest one of the body. */
const beside = (model: Model, body: string, day: string, end: 'subject' | 'object'): string[] => {
  const other = end === 'subject' ? 'object' : 'subject';
  const on = inItsTime(existenceOf(model, body), day);
  const [first, last] = [earliest(day, on), latest(day, on)];
  const found = successions(model).filter((one) => one[end] === body && one.interval.fromMin <= last && one.interval.untilMax > first);
  return inOrder(found.map((one) => [one[other], sureness(certaintyOf(one.interval, day)), one.id] as const));
};

const reached = (model: Model, body: string, end: 'subject' | 'object'): string[] => {
  const other = end === 'subject' ? 'object' : 'subject';
  const found = new Set([body]);
  for (const id of found) for (const one of successions(model)) if (one[end] === id) found.add(one[other]);
  return [...found];
};

export const SUCCESSIONS = `predecessors { predecessor ${IN_ITS_TIME} } successors { successor ${IN_ITS_TIME} } lineage ${IN_ITS_TIME}`;
export const successionsOf = (model: Model, body: string, day: string) => ({
  predecessors: beside(model, body, day, 'subject').map((id) => ({ predecessor: seenInItsTime(model, id, day) })),
  successors: beside(model, body, day, 'object').map((id) => ({ successor: seenInItsTime(model, id, day) })),
  lineage: [...new Set([...reached(model, body, 'subject'), ...reached(model, body, 'object')])].sort().map((id) => seenInItsTime(model, id, day)),
});

const RELATION = '{ id asOf certainty from { id asOf } to { id asOf } }';
export const RELATIONS = `relations(kinds: [COVERS, PART_OF, GOVERNS, SUCCEEDS]) ${RELATION} everRelated: relations(kinds: [COVERS, PART_OF, GOVERNS, SUCCEEDS], all: true) ${RELATION}`;
export const relationsOf = (model: Model, body: string, day: string) => {
  const own = model.relations.filter(({ kind, subject, object }) => kind !== 'LIES_IN' && (subject === body || object === body));
  const all = inOrder(own.map((one) => [one, sureness(certaintyOf(one.interval, day)), one.kind, one.id] as const)).map(({ id, subject, object, interval }) => {
    const on = inItsTime(interval, day);
    return { id, asOf: day, certainty: certaintyOf(interval, day), from: { id: subject, asOf: on }, to: { id: object, asOf: on } };
  });
  return { relations: model.exists(body, day) ? all.filter(({ certainty }) => certainty) : [], everRelated: all };
};
