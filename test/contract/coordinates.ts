import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** The types that a schema defines itself. */
export const ownTypes = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));

/** One thing that a schema says, where it stands, and without what else it cannot stand. */
interface Said {
  at: string;
  says: string;
  within: string | null;
}

const valueOf = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField): string => `${String(type)} = ${JSON.stringify(defaultValue)}`;

const below = (type: GraphQLNamedType): Said[] => {
  const within = type.name;
  const said = (name: string, says: string): Said => ({ at: `${within}.${name}`, says, within });
  if (isEnumType(type)) return type.getValues().map(({ name }) => said(name, 'a value'));
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => said(field.name, valueOf(field)));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return [
    ...type.getInterfaces().map(({ name }) => ({ at: `${within} implements ${name}`, says: 'an interface', within })),
    ...Object.values(type.getFields()).flatMap((field) => [
      said(field.name, String(field.type)),
      ...field.args.map((one) => ({ at: `${within}.${field.name}(${one.name}:)`, says: valueOf(one), within: `${within}.${field.name}` })),
    ]),
  ];
};

/** All that a schema says: its types, what they implement, their fields, arguments and values. */
export const saidBy = (schema: GraphQLSchema): Map<string, Said> =>
  new Map(ownTypes(schema).flatMap((type) => [{ at: type.name, says: type.constructor.name, within: null }, ...below(type)].map((one) => [one.at, one])));

/** What one schema says and another does not, or says otherwise; of what lacks as a whole nothing below it. */
export const lackingIn = (ours: GraphQLSchema, contract: GraphQLSchema): string[] => {
  const held = saidBy(ours);
  return [...saidBy(contract).values()]
    .filter(({ at, says, within }) => held.get(at)?.says !== says && (within === null || held.has(within)))
    .map(({ at }) => at)
    .sort();
};
