import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLInputField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import * as queries from '../generated/queries.js';
import type { Context, MaybePromise } from '../read/context.js';
import { inputError } from '../read/errors.js';
import { type At, type Lens, type LensArguments, type NodeAt, lensOf } from '../read/lens.js';
import type { Loading } from '../read/loading.js';
import { nodeById, typenameOf } from '../read/nodes.js';
import { batched, inOrder } from '../read/scope.js';
import { wrapResolvers } from './wrap-resolvers.js';

type Input = GraphQLArgument | GraphQLInputField;
type Resolve = GraphQLFieldResolver<unknown, Context>;

/** An id that an argument gives, the type of what it must lead to, and whether that may have been recorded at any time. */
interface Reference {
  argument: string;
  type: string;
  ever: boolean;
  id: string;
}

const referenceOf = ({ astNode }: Input): Pick<Reference, 'type' | 'ever'> | undefined => {
  const given = astNode?.directives?.find(({ name }) => name.value === 'refersTo')?.arguments;
  const valueOf = (name: string): unknown => given?.flatMap((one) => (one.name.value === name && 'value' in one.value ? [one.value.value] : []))[0];
  return given && { type: String(valueOf('type')), ever: valueOf('ever') === true };
};

/** The type of what an argument's ids lead to, as the SDL says; undefined: it holds no ids of things that are checked. */
export const refersTo = (input: Input): string | undefined => referenceOf(input)?.type;

const fieldsOf = ({ type }: Input): GraphQLInputField[] => {
  const named = getNamedType(type);
  return isInputObjectType(named) ? Object.values(named.getFields()) : [];
};

/** Finds the ids that values of some inputs hold, by the names of the inputs. */
type Finding = (values: Readonly<Record<string, unknown>>, path: string) => Reference[];

const each = (value: unknown): unknown[] => (value == null ? [] : [value].flat());

/** How the ids in values of some inputs are found; null: they hold none. Thousands of fields ask it of their arguments. */
const findingIn = (inputs: readonly Input[]): Finding | null => {
  const all = inputs.flatMap((input): Finding[] => {
    const { name } = input;
    const reference = referenceOf(input);
    if (reference) return [(values, path) => each(values[name]).map((id) => ({ argument: `${path}${name}`, ...reference, id: id as string }))];
    const inner = findingIn(fieldsOf(input));
    return inner ? [(values, path) => each(values[name]).flatMap((one) => inner(one as Record<string, unknown>, `${path}${name}.`))] : [];
  });
  return all.length ? (values, path) => all.flatMap((find) => find(values, path)) : null;
};

/** An argument's value in which ids are those of what they lead to, in lists each once. */
const leading = (input: Input, value: unknown, of: ReadonlyMap<string, string>): unknown => {
  if (value == null) return value;
  if (Array.isArray(value)) return [...new Set(value.map((one) => leading(input, one, of)))];
  if (refersTo(input)) return of.get(value as string) ?? value;
  const fields = new Map(fieldsOf(input).map((field) => [field.name, field]));
  if (fields.size === 0) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const field = fields.get(key);
      return [key, field ? leading(field, one, of) : one];
    }),
  );
};

const isOf = (schema: GraphQLSchema, context: Context, thing: NodeAt | null, type: string): boolean => {
  const own = thing && typenameOf(context, thing);
  const [wanted, given] = [schema.getType(type), own ? schema.getType(own) : null];
  return own === type || (isAbstractType(wanted) && isObjectType(given) && schema.isSubType(wanted, given));
};

/** Things as they were recorded at last; null where they never were. */
const lastRecorded = ({ reader }: Loading) =>
  batched<{ id: string } | null>(async (ids) => {
    const rows = (await reader.read(queries.record.nodes, { ids })).map(({ n }) => n as { id: string });
    return inOrder(ids, rows, (row) => row, null);
  });

const everRecorded = async ({ use }: Context, id: string, lens: Lens): Promise<NodeAt | null> => {
  const row = await use(lastRecorded).load(id);
  return row && { row, lens };
};

/** The lens that a field is asked with: its parent's, or that of its arguments. */
const lensAt = (source: unknown, args: LensArguments): Lens => (source as At<unknown> | undefined)?.lens ?? lensOf(args);

/** A resolver that answers where every id in its arguments leads to a thing of its type, as the record was, and is given the ids of those. @throws GraphQLError UNKNOWN_ID where one does not. */
const requiring =
  ({ args: inputs }: GraphQLField<unknown, Context>, find: Finding, resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    const references = find(args, '');
    if (references.length === 0) return resolve(source, args, context, info);
    const lens = lensAt(source, args);
    const things: MaybePromise<NodeAt | null>[] = references.map(({ id, ever }) => (ever ? everRecorded : nodeById)(context, id, lens));
    const answer = (found: readonly (NodeAt | null)[]): unknown => {
      const unknown = references.find(({ type }, at) => !isOf(info.schema, context, found[at] ?? null, type));
      if (unknown) throw inputError(unknown.argument, `a known id of type ${unknown.type}`, unknown.id, 'UNKNOWN_ID');
      const led = new Map(references.flatMap(({ id }, at): [string, string][] => (found[at]?.row.id === id ? [] : [[id, found[at]?.row.id ?? id]])));
      if (led.size === 0) return resolve(source, args, context, info);
      return resolve(source, Object.fromEntries(inputs.map((input) => [input.name, leading(input, args[input.name], led)])), context, info);
    };
    return Promise.all(things).then(answer);
  };

/** Lets every field refuse ids that lead to nothing of the type that the SDL names: a list never says of what is not there that it has none. */
export const requireKnownIds = (schema: GraphQLSchema): GraphQLSchema =>
  wrapResolvers<Context>(schema, (field, resolve) => {
    const find = findingIn(field.args);
    return find && requiring(field, find, resolve);
  });
