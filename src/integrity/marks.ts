import { edgeCreators } from '../generated/creators.js';
import type { EdgeElement, NodeElement, Properties } from '../record/elements.js';
import type { Because } from '../record/model.js';
import { SINGLE_ROLES } from '../words/conflicts/rules.js';
import type { Role } from '../words/memberships/model.js';
import type { Founded } from './model.js';

/** What something that is written is, beside its label or type, for rules that find nothing new where none is. */
export type Mark = 'designated' | 'in a single role' | 'in a term' | 'known appointment' | 'known seat' | 'undated' | 'unordered' | 'unreasoned' | 'unsourced';

const isEmpty = (value: unknown): boolean => value == null || (Array.isArray(value) && value.length === 0);

/** Whether something is inferred or derived, and does not say why. */
export const isUnreasoned = ({ basis, fromBasis, untilBasis, reason }: Properties | Founded): boolean =>
  isEmpty(reason) && [basis, fromBasis, untilBasis].some((one) => one != null && one !== 'STATED');

const isUnordered = (dated: Properties): boolean => {
  const [fromMin, fromMax, untilMin, untilMax] = ['fromMin', 'fromMax', 'untilMin', 'untilMax'].map((key) => String(dated[key])) as [
    string,
    string,
    string,
    string,
  ];
  return fromMin > fromMax || untilMin > untilMax || fromMin > untilMax || (fromMin === untilMax && untilMin < untilMax);
};

const isUnsourced = (type: string, { sources }: Properties): boolean => isEmpty(sources) && Boolean(edgeCreators[type]?.columns.includes('sources'));

const all = (marks: Readonly<Partial<Record<Mark, boolean>>>): Mark[] => Object.entries(marks).flatMap(([mark, is]) => (is ? [mark as Mark] : []));

const marksOfSeat = ({ role, term, from, until, open, seenOn }: Properties, because: Because): Mark[] =>
  all({
    'in a single role': SINGLE_ROLES.includes(role as Role),
    'in a term': term != null,
    'known seat': because !== 'RECORDED',
    undated: from == null && until == null && !open && isEmpty(seenOn),
  });

export const marksOfEdge = ({ type, properties }: EdgeElement, because: Because): Mark[] => [
  ...(type === 'MEMBER_OF' ? marksOfSeat(properties, because) : []),
  ...all({ unordered: 'fromMin' in properties && isUnordered(properties), unreasoned: isUnreasoned(properties), unsourced: isUnsourced(type, properties) }),
];

export const marksOfNode = ({ label, properties }: NodeElement, isNew: boolean): Mark[] =>
  all({
    designated: label === 'Appointment' && properties['designatedOn'] != null,
    'known appointment': label === 'Appointment' && !isNew,
    unreasoned: label !== 'Event' && isUnreasoned(properties),
  });
