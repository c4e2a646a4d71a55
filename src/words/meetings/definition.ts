import Type from 'typebox';
import type { EdgeElement, NodeElement } from '../../record/elements.js';
import * as columns from '../columns.js';
import { OUTCOMES, outcome } from '../decisions/outcomes.js';
import { REPORTS } from '../documents/definition.js';
import { TITLE, PRINCIPALS, facts, fields, growing, name, optional, ownId, partialDate, reasoned, refersTo, sourced, sources, text } from '../fields.js';
import { titleOf } from '../names/definition.js';
import { defineWord, edgeType, linkTo, nodeType } from '../word.js';
import { numberKey } from './number-key.js';

const { nullable } = columns;

/** `sortKey`: the order of lists, by date, those without one last. */
export const Meeting = nodeType(
  'Meeting',
  { body: nullable(columns.text), title: nullable(columns.text), date: nullable(columns.text), sortKey: columns.text, ...columns.provenance },
  { indexes: ['sortKey'] },
);

/** `recommended`: what was recommended, as JSON, so that another recommendation is another version of it. */
export const AgendaItem = nodeType('AgendaItem', {
  meeting: columns.text,
  number: nullable(columns.text),
  title: columns.text,
  caseNumber: nullable(columns.text),
  planned: columns.yes,
  sortKey: columns.text,
  recommended: nullable(columns.text),
  sources: columns.texts,
});

/** What was recommended to the meeting at an item; `position`: among those of its item, from 1. */
export const Recommendation = nodeType(
  'Recommendation',
  {
    item: columns.text,
    position: columns.number,
    text: columns.text,
    outcome: columns.oneOf(OUTCOMES),
    sources: columns.texts,
  },
  { part: true },
);

export const HELD_BY = edgeType('HELD_BY', 'Meeting', ['Body'], {});
export const ON_AGENDA_OF = edgeType('ON_AGENDA_OF', 'AgendaItem', ['Meeting'], {});
export const RECOMMENDED_AT = edgeType('RECOMMENDED_AT', 'Recommendation', ['AgendaItem'], {});
/** Once for each principal on whose behalf. */
export const APPEARED_AT = edgeType('APPEARED_AT', 'Person', ['AgendaItem'], {
  onBehalfOf: nullable(columns.text),
  announced: columns.yes,
  reported: columns.yes,
  sources: columns.texts,
});

export const meetings = defineWord({
  word: 'meetings',
  title: 'Meetings',
  prefix: 'meeting',
  row: fields(
    {
      id: ownId('meeting', 'Its id: the body and the day.'),
      body: optional(refersTo('body', 'Who meets.')),
      title: optional(name('What it is called.', TITLE)),
      date: optional(partialDate('When, as printed or inferred.')),
      documents: optional(growing(refersTo('doc', 'A document.'), 'Documents that report it.')),
      ...sourced,
      ...facts,
    },
    reasoned,
  ),
  compile: (row) => {
    const { id, body, title, date, documents = [] } = row;
    const names = titleOf(id, title, row.sources);
    const said = { body: body ?? null, title: title ?? null, date: date ?? null, sortKey: `${date ?? '9999'}\t${id}` };
    return {
      nodes: [Meeting.of(id, { ...said, ...columns.provenanceOf(row) }), ...names.nodes],
      edges: [...names.edges, ...linkTo(HELD_BY, id, body), ...documents.map((one) => REPORTS.between(one, id, {}))],
    };
  },
});

const recommendation = fields(
  { text: text('What is recommended.'), outcome: outcome('What the meeting is asked to do.'), ...sources },
  { description: 'A recommendation.' },
);

const appearance = fields(
  {
    person: refersTo('person', 'Who appears.'),
    onBehalfOf: optional(refersTo(PRINCIPALS, 'For whom.')),
    announced: Type.Boolean({ description: 'The agenda says so.' }),
    reported: Type.Boolean({ description: 'The minutes say so.' }),
    ...sources,
  },
  { description: 'One person at one item on behalf of one body.' },
);

const recommended = (item: string, { text: said, outcome: asked, sources: by }: Type.Static<typeof recommendation>, at: number): NodeElement =>
  Recommendation.of(`recommendation:${item}:${at + 1}`, { item, position: at + 1, text: said, outcome: asked, sources: by });

const appeared = (item: string, { person, onBehalfOf, announced, reported, sources: by }: Type.Static<typeof appearance>): EdgeElement =>
  APPEARED_AT.of(`appeared-at:${person}>${item}${onBehalfOf ? `>${onBehalfOf}` : ''}`, person, item, {
    onBehalfOf: onBehalfOf ?? null,
    announced,
    reported,
    sources: by,
  });

export const agendaItems = defineWord({
  word: 'agenda-items',
  title: 'Points on the agendas of meetings',
  prefix: 'item',
  row: fields({
    id: ownId('item', 'Its id: the meeting and the number.'),
    meeting: refersTo('meeting', 'The meeting it is on the agenda of.'),
    number: optional(text('Its number, as printed.')),
    title: text('Its heading.', TITLE),
    caseNumber: optional(text('The case number, as printed.')),
    planned: optional(Type.Boolean({ description: 'Announced for a meeting to come.' })),
    recommendations: optional(Type.Array(recommendation, { minItems: 1, description: 'What is recommended to the meeting.' })),
    appearances: optional(Type.Array(appearance, { minItems: 1, addsUp: true, description: 'Who is announced or reported at it.' })),
    ...sources,
    ...facts,
  }),
  compile: (row) => {
    const recommendations = (row.recommendations ?? []).map((one, at) => recommended(row.id, one, at));
    const appearances = (row.appearances ?? []).map((one) => appeared(row.id, one));
    const twice = appearances.find(({ id }, at) => appearances.findIndex((other) => other.id === id) < at);
    if (twice) throw new RangeError(`required: a person once at an item on behalf of one principal; given: ${twice.fromId} twice`);
    const item = AgendaItem.of(row.id, {
      meeting: row.meeting,
      number: row.number ?? null,
      title: row.title,
      caseNumber: row.caseNumber ?? null,
      planned: row.planned ?? false,
      sortKey: `${numberKey(row.number)}\t${row.id}`,
      recommended: row.recommendations ? JSON.stringify(row.recommendations) : null,
      sources: row.sources,
    });
    const links = [ON_AGENDA_OF.between(row.id, row.meeting, {}), ...recommendations.map(({ id }) => RECOMMENDED_AT.between(id, row.id, {}))];
    return { nodes: [item, ...recommendations], edges: [...links, ...appearances] };
  },
});
