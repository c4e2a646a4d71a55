import { type GraphQLScalarType, Kind, print } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { inputError } from './errors.js';
import { isCivilDate } from './time/civil.js';
import { isPartialDate } from './time/partial.js';

type Scalar = Pick<GraphQLScalarType, 'serialize' | 'parseValue' | 'parseLiteral'>;

const dateScalar = (name: string, required: string, accepts: (text: string) => boolean): Scalar => {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !accepts(value)) throw inputError(name, required, value);
    return value;
  };
  return {
    serialize: parse,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : print(node)),
  };
};

const { serialize, parseValue, parseLiteral } = GraphQLDateTimeISO;

/** How the scalars of the SDL are read and written. A value that is none of theirs is an error that says what was required. */
export const scalars = {
  LocalDate: dateScalar('LocalDate', 'a calendar day, YYYY-MM-DD', isCivilDate),
  PartialDate: dateScalar('PartialDate', 'YYYY, YYYY-MM or YYYY-MM-DD', isPartialDate),
  DateTime: { serialize, parseValue, parseLiteral },
} as unknown as Record<'LocalDate' | 'PartialDate' | 'DateTime', GraphQLScalarType>;
