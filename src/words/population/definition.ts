import Type, { type Static } from 'typebox';
import type { Elements } from '../../record/elements.js';
import * as columns from '../columns.js';
import { fields, growing, optional, provenance, reasoned } from '../fields.js';
import { edgeType, nodeType } from '../word.js';

/** How many lived in a municipality as a year began. */
export const Population = nodeType('Population', { year: columns.number, people: columns.number, ...columns.provenance }, { part: true });

export const INHABITED = edgeType('INHABITED', 'Municipality', ['Population'], {});

const counted = fields(
  {
    year: Type.Integer({ minimum: 1, maximum: 9999, description: 'The year as which begins they are counted.' }),
    people: Type.Integer({ minimum: 0, description: 'How many live there.' }),
    ...provenance,
  },
  reasoned,
);

export const population = {
  population: optional(growing(counted, 'How many people live in it, by year. Without sources of its own: those of its row.', 'year')),
};

/** @throws RangeError where a year is counted twice. */
export const populationOf = (id: string, counts: readonly Static<typeof counted>[] = [], sources: string[]): Elements => {
  const years = counts.map(({ year }) => year);
  const twice = years.find((year, at) => years.indexOf(year) !== at);
  if (twice !== undefined) throw new RangeError(`required: each year of the population once; given: ${twice} twice`);
  const nodes = counts.map(({ year, people, ...known }) =>
    Population.of(`population:${id.slice('municipality:'.length)}-${year}`, {
      year,
      people,
      ...columns.provenanceOf({ ...known, sources: known.sources ?? sources }),
    }),
  );
  return { nodes, edges: nodes.map((node) => INHABITED.between(id, node.id, {})) };
};
