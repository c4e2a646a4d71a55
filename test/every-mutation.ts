import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** A mutation with what it must be given. */
export interface Mutation {
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

const OF_SCALARS: Readonly<Record<string, unknown>> = {
  ID: 'thing:a',
  String: 'a',
  Int: 1,
  Boolean: true,
  LocalDate: '2022-06-21',
  PartialDate: '2022',
  JSONObject: {},
};

/** The first with each value of one field in turn: what differs is told apart, and their number does not multiply. */
const inTurn = (fields: readonly { name: string; type: GraphQLInputType }[]): Record<string, unknown>[] => {
  const values = fields.map(({ name, type }) => valuesOf(type).map((value): [string, unknown] => [name, value]));
  const first = Object.fromEntries(values.map((all) => all[0] as [string, unknown]));
  return [first, ...values.flatMap((all) => all.slice(1).map(([name, value]) => ({ ...first, [name]: value })))];
};

/** Values of a type with no more than they must have: of an input that is one of several, each of them. */
const valuesOf = (given: GraphQLInputType): unknown[] => {
  const type = getNullableType(given);
  if (isListType(type)) return valuesOf(type.ofType as GraphQLInputType).map((value) => [value]);
  if (isEnumType(type))
    return type
      .getValues()
      .map(({ name }) => name)
      .slice(0, 1);
  if (!isInputObjectType(type)) return [OF_SCALARS[type.name]];
  const fields = Object.values(type.getFields());
  return type.isOneOf ? fields.flatMap(({ name, type: of }) => valuesOf(of).map((value) => ({ [name]: value }))) : inTurn(fields.filter(isRequiredInputField));
};

/** Every mutation of a schema, with every act that it may be given. */
export const mutationsIn = (schema: GraphQLSchema): Mutation[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) => {
    const required = args.filter(isRequiredArgument);
    const declared = required.map((one) => `$${one.name}: ${String(one.type)}`).join(', ');
    const query = `mutation (${declared}) { ${name}(${required.map((one) => `${one.name}: $${one.name}`).join(', ')}) { __typename } }`;
    return inTurn(required).map((variables) => ({ name, query, variables }));
  });
