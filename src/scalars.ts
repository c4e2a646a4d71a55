import { GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { inputError } from './errors.js';
import { isCivilDate } from './time/civil.js';
import { isPartialDate } from './time/partial.js';

const dateScalar = (name: string, required: string, accepts: (text: string) => boolean): GraphQLScalarType<string, string> => {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !accepts(value)) throw inputError(name, required, value);
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: parse,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : 'value' in node ? String(node.value) : node.kind),
  });
};

/** The scalars of the API. A value that is none of theirs is the error BAD_USER_INPUT. */
export const scalars = {
  LocalDate: dateScalar('LocalDate', 'a calendar day, YYYY-MM-DD', isCivilDate),
  PartialDate: dateScalar('PartialDate', 'YYYY, YYYY-MM or YYYY-MM-DD', isPartialDate),
  DateTime: GraphQLDateTimeISO,
};
