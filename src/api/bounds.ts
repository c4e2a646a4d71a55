import { type GraphQLArgument, type GraphQLInputField, type GraphQLSchema, getDirectiveValues, getNamedType, isInputObjectType } from 'graphql';
import { inputError } from '../read/errors.js';
import { foldedWords } from '../words/names/fold.js';
import { wrapResolvers } from './wrap-resolvers.js';

type Input = GraphQLArgument | GraphQLInputField;

/** What a value must keep to, as `@bound` of the SDL says. */
export interface Bound {
  min?: number;
  max?: number;
  letters?: number;
  words?: number;
  blank?: boolean;
  items?: number;
  inOrder?: boolean;
}

/** The bound that the SDL gives an argument or input field; null: none. */
export const boundOf = (schema: GraphQLSchema, { astNode }: Input): Bound | null => {
  const directive = schema.getDirective('bound');
  return (directive && astNode && (getDirectiveValues(directive, astNode) as Bound | undefined)) ?? null;
};

/** A value that keeps its bound, without what is twice in it; given where it stands. @throws GraphQLError BAD_USER_INPUT */
type Keeping = (value: unknown, path: string) => unknown;

const keepNumber = (value: number, path: string, { min = -Infinity, max = Infinity }: Bound): number => {
  if (value < min || value > max) throw inputError(path, `a number from ${min} to ${max}`, value);
  return value;
};

const keepText = (text: string, path: string, { letters = Infinity, words = Infinity, blank = true }: Bound): string => {
  if (!blank && text.trim() === '') throw inputError(path, 'a text that says something', text);
  const required = `at most ${letters} letters${words < Infinity ? ` and ${words} words` : ''}`;
  // A letter is one or two units of a text: what has more than twice as many units has too many.
  const given = text.length > 2 * letters ? text.length : [...text].length;
  if (given > letters) throw inputError(path, required, `${given} letters`);
  const ofWords = words < Infinity ? foldedWords(text).length : 0;
  if (ofWords > words) throw inputError(path, required, `${ofWords} words`);
  return text;
};

const keepList = (list: readonly unknown[], path: string, { items = Infinity, inOrder }: Bound): readonly unknown[] => {
  const kept = inOrder ? list : [...new Set(list)];
  if (kept.length > items) throw inputError(path, `at most ${items} items`, `${kept.length} items`);
  return kept;
};

const keepingFields = (schema: GraphQLSchema, inputs: readonly Input[]): ((values: object, path: string) => object) | null => {
  const all = inputs.flatMap((input) => {
    const keep = keepingOf(schema, input);
    return keep ? [[input.name, keep] as const] : [];
  });
  if (all.length === 0) return null;
  return (values, path) => {
    const kept: Record<string, unknown> = { ...values };
    for (const [name, keep] of all) if (kept[name] != null) kept[name] = keep(kept[name], `${path}${name}`);
    return kept;
  };
};

const keepingOf = (schema: GraphQLSchema, input: Input): Keeping | null => {
  const bound = boundOf(schema, input);
  const named = getNamedType(input.type);
  const fields = isInputObjectType(named) ? keepingFields(schema, Object.values(named.getFields())) : null;
  if (!bound && !fields) return null;
  const keep = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return keepList(value, path, bound ?? {}).map((one, at) => keep(one, `${path}.${at}`));
    if (typeof value === 'number') return keepNumber(value, path, bound ?? {});
    if (typeof value === 'string') return keepText(value, path, bound ?? {});
    return fields ? fields(value as object, `${path}.`) : value;
  };
  return keep;
};

/** Lets every field refuse arguments that do not keep the bounds of the SDL, before anything is asked of the graph. */
export const requireBounds = (schema: GraphQLSchema): GraphQLSchema =>
  wrapResolvers(schema, ({ args: inputs }, resolve) => {
    const keep = keepingFields(schema, inputs);
    return keep && ((source, args, context, info) => resolve(source, keep(args, '') as typeof args, context, info));
  });
