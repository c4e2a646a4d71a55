import { type GraphQLCompositeType, type GraphQLField, isInterfaceType, isObjectType } from 'graphql';

type Field = GraphQLField<unknown, unknown>;

const ownWeight = ({ astNode }: Field): number | null => {
  const value = astNode?.directives?.find(({ name }) => name.value === 'cost')?.arguments?.[0]?.value;
  return value?.kind === 'IntValue' ? Number(value.value) : null;
};

/** What a field costs beside its rows, by its own `@cost` or that of an interface of its type. */
export const weightOf = (field: Field, parent: GraphQLCompositeType): number => {
  const of = isObjectType(parent) || isInterfaceType(parent) ? parent.getInterfaces() : [];
  const inherited = of.flatMap((type) => type.getFields()[field.name] ?? []).map(ownWeight);
  return [ownWeight(field), ...inherited].reduce<number>((most, weight) => Math.max(most, weight ?? 0), 0);
};
