import { type FieldNode, type GraphQLResolveInfo, Kind } from 'graphql';

type Selecting = Pick<GraphQLResolveInfo, 'fieldNodes'>;

const COUNTS = new Set(['totalCount', 'peopleCount', '__typename']);
/** Arguments by which a list is that of other days than the lens's. */
const OTHER_DAYS = new Set(['all', 'during']);

const fieldsOf = ({ selectionSet }: FieldNode): FieldNode[] => selectionSet?.selections.filter((one) => one.kind === Kind.FIELD) ?? [];

const selectsCounts = ({ selectionSet }: FieldNode): boolean =>
  selectionSet?.selections.every((one) => one.kind === Kind.FIELD && COUNTS.has(one.name.value)) ?? false;

/** Whether an operation selects nothing of a connection but how many there are. Where fragments hide it: no. */
export const asksOnlyHowMany = ({ fieldNodes }: Selecting): boolean => fieldNodes.every(selectsCounts);

const listsOnDay = (field: FieldNode): boolean => !selectsCounts(field) && !field.arguments?.some((one) => OTHER_DAYS.has(one.name.value));

/** Whether an operation lists, on the lens's day, what fields lead to, one below the other. Where fragments hide it: no. */
export const asksForListOf = ({ fieldNodes }: Selecting, ...names: readonly string[]): boolean =>
  names.reduce((nodes, name) => nodes.flatMap(fieldsOf).filter((field) => field.name.value === name && listsOnDay(field)), [...fieldNodes]).length > 0;
