import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** A number from 0 to 1, the same sequence for the same seed (mulberry32). */
export const randomFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const IDS = ['person:mads-skau', 'body:kkr-syddanmark', 'municipality:varde', 'region:syddanmark', 'party:venstre', 'doc:001', 'nonsense', ''];
const TEXTS = [...IDS, 'æøå', '2022-06-21', 'V', '0540', ' ', '\\u0000', '"', '\\', 'a'.repeat(300), '🏛', '*', "' OR 1=1", '${x}'];
const DATES = ['2022-06-21', '2020-01-01', '0001-01-01', '9999-12-31'];
const WRONG = ['"2022-02-30"', '"today"', 'null', '-1', '1e400', '99999999999', '[]', '{}', '$nothing', 'true', '"\\uD800"', 'NONSENSE', '[[[null]]]'];

/** How often an optional argument is given: most lists are short, and a made-up cursor is always wrong. */
const GIVEN: Readonly<Record<string, number>> = { first: 0.8, after: 0.02, knownAt: 0.05 };

/** Fields with a resolver, and those of rows that are read as they are. That every field has an answer is another test's claim. */
const answeredOf = (type: GraphQLObjectType | GraphQLInterfaceType): GraphQLField<unknown, unknown>[] => {
  const fields = Object.values(type.getFields());
  return isObjectType(type) && fields.some(({ resolve }) => resolve) ? fields.filter(({ resolve }) => resolve) : fields;
};

/** Makes random operations of a schema; about every third is wrong somewhere. */
export const operationsOf = (schema: GraphQLSchema, seed: number) => {
  const random = randomFrom(seed);
  const chance = (share: number): boolean => random() < share;
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;

  const valueOf = (type: GraphQLInputType): string => {
    if (chance(0.02)) return one(WRONG);
    if (isNonNullType(type)) return valueOf(type.ofType);
    if (isListType(type)) return `[${Array.from({ length: Math.floor(random() * 3) }, () => valueOf(type.ofType)).join(', ')}]`;
    if (isEnumType(type)) return one(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || chance(0.4));
      return `{ ${fields.map((field) => `${field.name}: ${valueOf(field.type)}`).join(', ')} }`;
    }
    switch (getNamedType(type).name) {
      case 'Int':
        return one(['0', '1', '2', '5', '500']);
      case 'Boolean':
        return one(['true', 'false']);
      case 'LocalDate':
        return JSON.stringify(one(DATES));
      case 'DateTime':
        return one(['"2999-01-01T00:00:00Z"', '"2026-01-01T00:00:00Z"']);
      case 'ID':
        return JSON.stringify(one(IDS));
      default:
        return JSON.stringify(one(TEXTS));
    }
  };

  const argumentsOf = (args: readonly GraphQLArgument[]): string => {
    const given = args.filter(({ type, name }) => isNonNullType(type) || chance(GIVEN[name] ?? 0.25));
    const texts = given.map(({ type, name }) => `${name}: ${name === 'first' && chance(0.9) ? one(['0', '1', '2', '3']) : valueOf(type)}`);
    return texts.length === 0 ? '' : `(${texts.join(', ')})`;
  };

  const fieldOf = (field: GraphQLField<unknown, unknown>, depth: number): string => {
    const inner = selectionOf(getNamedType(field.type), depth - 1);
    return `${chance(0.05) ? `alias_${field.name}: ` : ''}${chance(0.004) ? 'nonsense' : field.name}${argumentsOf(field.args)} ${inner}`;
  };

  const selectionOf = (type: GraphQLNamedType, depth: number): string => {
    if (isUnionType(type)) return `{ __typename ... on ${one(type.getTypes()).name} { __typename } }`;
    if (!isObjectType(type) && !isInterfaceType(type)) return '';
    if (depth <= 0) return '{ __typename }';
    const kinds = isInterfaceType(type) ? schema.getPossibleTypes(type) : [type];
    const fields = answeredOf(type).filter(({ name }) => kinds.every((kind) => answeredOf(kind).some((field) => field.name === name)));
    const chosen = [...new Set(Array.from({ length: 1 + Math.floor(random() * 4) }, () => one(fields)))].map((field) => fieldOf(field, depth));
    const narrowed = isInterfaceType(type) && chance(0.3) ? `... on ${one(kinds).name} { __typename }` : '';
    return `{ ${chosen.join(' ')} ${narrowed} }`;
  };

  const broken = (text: string): string => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + one(['', '{', '}', '(', '"', '\u0000', '@skip', '...', '$', '#', '\ud800', '🏛']) + text.slice(at + Math.floor(random() * 4));
  };

  return (): string => {
    const text = `query Fuzz ${selectionOf(schema.getQueryType() as GraphQLNamedType, 2 + Math.floor(random() * 7))}`;
    return chance(0.15) ? broken(text) : text;
  };
};
