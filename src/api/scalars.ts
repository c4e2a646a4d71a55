import { GraphQLError, type GraphQLScalarType, Kind, type ValueNode, print } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSON, GraphQLJSONObject } from 'graphql-scalars';
import { inputError } from '../read/errors.js';
import { isCivilDate } from '../time/civil.js';
import { isPartialDate } from '../time/partial.js';

type Scalar = Pick<GraphQLScalarType, 'serialize' | 'parseValue' | 'parseLiteral'>;

/** The error, at the place in the operation where the value stands. */
const at = ({ message, extensions }: GraphQLError, node: ValueNode | undefined): GraphQLError =>
  new GraphQLError(message, { extensions, ...(node && { nodes: node }) });

const given = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : print(node));

const dateScalar = (name: string, required: string, accepts: (text: string) => boolean): Scalar => {
  const parse = (value: unknown, node?: ValueNode): string => {
    if (typeof value !== 'string' || !accepts(value)) throw at(inputError(name, required, value), node);
    return value;
  };
  return {
    serialize: (value) => parse(value),
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(given(node), node),
  };
};

const { serialize } = GraphQLDateTimeISO;

const instant = (parse: () => Date, given: unknown, node?: ValueNode): Date => {
  try {
    return parse();
  } catch {
    throw at(inputError('DateTime', 'an instant, RFC 3339, such as 2022-06-21T12:00:00Z', given), node);
  }
};

/** How the scalars of the SDL are read and written. A value that is none of theirs is an error that says what was required. */
export const scalars = {
  LocalDate: dateScalar('LocalDate', 'a calendar day, YYYY-MM-DD', isCivilDate),
  PartialDate: dateScalar('PartialDate', 'YYYY, YYYY-MM or YYYY-MM-DD', isPartialDate),
  DateTime: {
    serialize,
    parseValue: (value) => instant(() => GraphQLDateTimeISO.parseValue(value), value),
    parseLiteral: (node) => instant(() => GraphQLDateTimeISO.parseLiteral(node), given(node), node),
  } satisfies Scalar,
  JSON: GraphQLJSON,
  JSONObject: GraphQLJSONObject,
} as unknown as Record<'LocalDate' | 'PartialDate' | 'DateTime' | 'JSON' | 'JSONObject', GraphQLScalarType>;
