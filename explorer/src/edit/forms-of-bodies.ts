import type { SearchType } from '../generated/graphql';
import * as said from './fields-said';
import type { Field, Form } from './form';
import { correctName, dissolve, identify, rename, state } from './forms-of-any';

const PRINCIPALS: SearchType[] = ['MUNICIPALITY', 'PARTY', 'REGION', 'BODY'];

/** For whom a substitute steps in: the holder of a seat, or whoever is of a list. */
const SUBSTITUTE_FOR: readonly Field[] = [
  { kind: 'seat', name: 'substituteFor', label: 'substituteFor', onlyWith: { name: 'role', value: 'SUBSTITUTE' } },
  { kind: 'thing', name: 'substituteOf', label: 'substituteOf', types: PRINCIPALS, onlyWith: { name: 'role', value: 'SUBSTITUTE' } },
];

/** Whom a seat is for, and how it came. */
const WHOSE_SEAT: readonly Field[] = [
  { kind: 'things', name: 'represents', label: 'represents', types: PRINCIPALS, isMore: true },
  { kind: 'thing', name: 'by', label: 'appointedBy', types: PRINCIPALS, isMore: true },
  { kind: 'thing', name: 'nominatedBy', label: 'nominatedBy', types: PRINCIPALS, isMore: true },
  { ...said.title, isMore: true },
];

/** Things of a kind that take the place of the one. */
const succeed = (types: SearchType[], ...more: Field[]): Form => ({
  name: 'succeed',
  nature: 'change',
  act: 'succeed',
  subject: 'from',
  isListed: true,
  fields: [
    { kind: 'things', name: 'to', label: 'successors', isRequired: true, types },
    said.on,
    { kind: 'check', name: 'absorbs', label: 'absorbs' },
    ...more,
  ],
});

const relate = (name: 'covers' | 'partOf' | 'liesIn', kind: string, types: SearchType[]): Form => ({
  name,
  nature: 'change',
  act: 'relate',
  subject: 'subject',
  fields: [{ kind: 'thing', name: 'object', label: 'object', isRequired: true, types }, said.mayBeFrom, said.ends],
  fixed: { kind },
});

export const BODY_FORMS: readonly Form[] = [
  {
    name: 'appoint',
    nature: 'change',
    act: 'appoint',
    subject: 'body',
    fields: [said.person, said.role, ...SUBSTITUTE_FOR, said.from, said.ends, ...WHOSE_SEAT],
  },
  {
    name: 'list',
    nature: 'change',
    act: 'list',
    subject: 'body',
    fields: [
      { ...said.seenOn, kind: 'wholeDay' },
      { kind: 'members', name: 'members', label: 'members', isRequired: true },
    ],
    fixed: { complete: true },
  },
  {
    name: 'hold',
    nature: 'change',
    act: 'hold',
    subject: 'body',
    fields: [
      { ...said.on, name: 'date' },
      { kind: 'check', name: 'planned', label: 'planned' },
    ],
  },
  {
    name: 'decide',
    nature: 'change',
    act: 'decide',
    subject: 'body',
    fields: [{ ...said.on, name: 'date' }, said.outcome, { kind: 'longText', name: 'text', label: 'text', isRequired: true }],
  },
  rename,
  { name: 'establish', nature: 'change', act: 'establish', subject: 'partOf', fields: [said.nameOfNew('BODY'), said.kind, said.from] },
  dissolve,
  succeed(['BODY']),
  {
    name: 'allot',
    nature: 'change',
    act: 'allot',
    subject: 'in',
    fields: [
      { kind: 'thing', name: 'by', label: 'by', isRequired: true, types: ['BODY', 'PARTY', 'MUNICIPALITY', 'REGION'] },
      { kind: 'number', name: 'count', label: 'count', isRequired: true },
      said.mayBeFrom,
      said.ends,
    ],
  },
  { name: 'openTerm', nature: 'change', act: 'openTerm', subject: 'body', fields: [said.from, said.ends, { ...said.name, isRequired: false }] },
  { name: 'openOffice', nature: 'change', act: 'openOffice', subject: 'body', fields: [said.role, said.title, said.mayBeFrom, said.ends] },
  relate('covers', 'COVERS', ['MUNICIPALITY']),
  relate('partOf', 'PART_OF', ['BODY']),
  { name: 'follow', nature: 'change', act: 'follow', subject: 'body', fields: [said.calendar, said.mayBeFrom, said.ends] },
  { name: 'keep', nature: 'more', act: 'keep', subject: 'body', fields: [{ ...said.from, kind: 'wholeDay' }, said.ends] },
  identify,
  state,
  correctName,
];

export const PARTY_FORMS: readonly Form[] = [
  rename,
  succeed(['PARTY'], { kind: 'check', name: 'moves', label: 'moves' }),
  { ...dissolve, name: 'dissolveParty' },
  identify,
  state,
  correctName,
];

const dissolvePlace: Form = { ...dissolve, name: 'dissolvePlace' };

export const REGION_FORMS: readonly Form[] = [rename, succeed(['REGION']), dissolvePlace, identify, state, correctName];

export const MUNICIPALITY_FORMS: readonly Form[] = [
  rename,
  relate('liesIn', 'LIES_IN', ['REGION']),
  succeed(['MUNICIPALITY']),
  dissolvePlace,
  identify,
  state,
  correctName,
];
