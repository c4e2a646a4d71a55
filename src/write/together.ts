import * as queries from '../generated/queries.js';
import type { AnyQuery } from '../graph/kinds.js';
import type { Params, Query } from '../graph/port.js';
import { isBody } from '../words/bodies/model.js';
import { isPerson } from '../words/people/model.js';

type Asked<R extends { id: string }> = Query<'read', { ids: string[]; knownAt: number }, R>;

/** What one query finds of things, each by its id, as others find it one by one. */
export interface Together {
  query: Asked<{ id: string }>;
  /** Whether it may be asked of something. */
  isOf: (id: string) => boolean;
  /** The rows of the others, from one of its own. */
  parts: ReadonlyMap<AnyQuery, (row: never) => unknown[]>;
}

type Parts<R> = <P extends Params, Q>(query: Query<'read', P, Q>, rowsOf: (row: R) => Q[]) => [AnyQuery, (row: never) => unknown[]];

const together = <R extends { id: string }>(
  query: Asked<R>,
  isOf: (id: string) => boolean,
  parts: (part: Parts<R>) => [AnyQuery, (row: never) => unknown[]][],
): Together => ({
  query,
  isOf,
  parts: new Map(parts((one, rowsOf) => [one as unknown as AnyQuery, rowsOf])),
});

const { bodies, calendars, documents, events, integrity, offices, places, terms } = queries;

/** What is asked together of what an entry touches, as recorded now. */
const TOGETHER: readonly Together[] = [
  together(queries.together.bodies, isBody, (part) => [
    part(bodies.boundingByIds, (row) => row.bodies),
    part(calendars.stepsUp, ({ id, steps }) => [{ id, steps: steps.map(({ s }) => ({ r: s })) }]),
    part(places.governing, ({ governing }) => governing.map(({ g }) => ({ r: g }))),
    part(terms.of, (row) => [{ id: row.id, terms: row.terms.map(({ t }) => ({ r: t })) }]),
    part(offices.byBodyIds, (row) => [{ id: row.id, offices: row.offices }]),
    part(documents.completeByBodyIds, ({ id, lists }) => [{ id, lists }]),
  ]),
  together(queries.together.people, isPerson, (part) => [
    part(events.peopleByIds, ({ people }) => people),
    part(events.seatsByPersonIds, ({ seats }) => seats),
    part(events.linksByPersonIds, ({ links }) => links),
    part(events.besideSeatsByPersonIds, ({ id, standIns, leaves, ties, exOfficio }) => [{ id, standIns, leaves, ties, exOfficio }]),
  ]),
  together(queries.together.seats, isBody, (part) => [
    part(integrity.seatInBody, ({ id, bodies: own, seats }) => own.map(({ b }) => ({ id, b, seats }))),
    part(integrity.seatBounds, ({ id, seats, announced, leaves }) => [{ id, seats, announced: announced.map(({ c }) => ({ a: c })), leaves }]),
  ]),
];

/** By each query, with which others it is asked together. */
export const togetherBy: ReadonlyMap<AnyQuery, Together> = new Map(TOGETHER.flatMap((one) => [...one.parts.keys()].map((part) => [part, one])));
