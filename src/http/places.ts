import { type ASTNode, type DocumentNode, type GraphQLError, type GraphQLSchema, Kind, type Source, TypeInfo, parse, visit, visitWithTypeInfo } from 'graphql';
import { cutText } from '../read/given.js';
import { requiredBy } from './required-types.js';

/** Where in a document an error points, and what is required and given there. */
export interface Place {
  /** The path of the argument, and of the input field in it, or the variable; absent: it points at none. */
  argument?: string;
  required: string;
  given: string;
}

const nameOf = (node: ASTNode): string | null => {
  if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return node.name.value;
  return node.kind === Kind.VARIABLE_DEFINITION ? `$${node.variable.name.value}` : null;
};

const VALUES: readonly string[] = [Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN, Kind.NULL, Kind.ENUM, Kind.LIST, Kind.OBJECT];

/** What a node must be, as far as the schema says. */
const requiredOf = (node: ASTNode, types: TypeInfo): string | null => {
  const [input, parent, field] = [types.getInputType(), types.getParentType(), types.getFieldDef()];
  if (VALUES.includes(node.kind)) return input ? requiredBy(input) : null;
  if (node.kind === Kind.FIELD && parent) return field ? `${field.name} as ${parent.name} has it` : `a field of ${parent.name}`;
  if (node.kind === Kind.ARGUMENT && parent && field) return `an argument of ${parent.name}.${field.name}`;
  return node.kind === Kind.NAMED_TYPE ? 'a type of the schema' : null;
};

/** Documents that errors point into: one may have a hundred of them. */
const documents = new WeakMap<Source, DocumentNode>();

const documentOf = (source: Source): DocumentNode => {
  const document = documents.get(source) ?? parse(source);
  documents.set(source, document);
  return document;
};

/** Where a text is no document. */
export const unreadAt = ({ source, positions }: GraphQLError): Place => ({
  required: 'a document in the grammar of GraphQL',
  given: source?.body.slice(positions?.[0] ?? 0).slice(0, 100) || 'an end',
});

/** Where an error points; null: at no document. */
export const placeOf = (schema: GraphQLSchema, { source, positions }: GraphQLError): Place | null => {
  const at = positions?.[0];
  if (!source || at === undefined) return null;
  const path: string[] = [];
  const types = new TypeInfo(schema);
  let place = { required: 'a document that the schema allows', given: source.body.slice(at, at + 100) };
  visit(
    documentOf(source),
    visitWithTypeInfo(types, {
      enter: (node) => {
        if (!node.loc || at < node.loc.start || at >= node.loc.end) return false;
        const name = nameOf(node);
        if (name) path.push(name);
        const required = node.loc.start === at ? requiredOf(node, types) : null;
        if (required) place = { required, given: source.body.slice(node.loc.start, node.loc.end) };
        return undefined;
      },
    }),
  );
  return { ...place, given: cutText(place.given), ...(path.length > 0 && { argument: cutText(path.join('.')) }) };
};
