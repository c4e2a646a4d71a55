import { type ASTNode, type DefinitionNode, type DocumentNode, type FieldNode, Kind, type SelectionSetNode, visit } from 'graphql';
import { RequestRefusal } from '../errors.js';
import type { Limits } from '../settings.js';
import { type Fragments, fragmentsOf } from './fragments.js';

interface Size {
  depth: number;
  fields: number;
  aliases: number;
}

const NOTHING: Size = { depth: 0, fields: 0, aliases: 0 };

/** Measures selections with their fragments put in; a fragment within itself counts once, as validation refuses it. */
const measurer = (fragments: Fragments) => {
  const known = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const before = known.get(name);
    if (before) return before;
    known.set(name, NOTHING);
    const size = ofSelections(fragments.get(name)?.selectionSet);
    known.set(name, size);
    return size;
  };

  const ofSelections = (set: SelectionSetNode | undefined): Size => {
    const total = { ...NOTHING };
    for (const selection of set?.selections ?? []) {
      const isField = selection.kind === Kind.FIELD;
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? ofFragment(selection.name.value) : ofSelections(selection.selectionSet);
      total.depth = Math.max(total.depth, inner.depth + (isField ? 1 : 0));
      total.fields += inner.fields + (isField ? 1 : 0);
      total.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
    }
    return total;
  };

  return (definition: DefinitionNode): Size => {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) return ofFragment(definition.name.value);
    return definition.kind === Kind.OPERATION_DEFINITION ? ofSelections(definition.selectionSet) : NOTHING;
  };
};

/** The fields of selections with their fragments put in, each fragment once. */
const fieldsIn = ({ selections }: SelectionSetNode, fragments: Fragments, put: Set<string>): FieldNode[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsIn(selection.selectionSet, fragments, put);
    const fragment = put.has(selection.name.value) ? undefined : fragments.get(selection.name.value);
    put.add(selection.name.value);
    return fragment ? fieldsIn(fragment.selectionSet, fragments, put) : [];
  });

/** By how many names each field of an operation's root is asked. */
const rootAliases = (definition: DefinitionNode, fragments: Fragments): [string, number][] => {
  if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
  const names = new Map<string, Set<string>>();
  for (const { name, alias } of fieldsIn(definition.selectionSet, fragments, new Set()))
    names.set(name.value, (names.get(name.value) ?? new Set()).add((alias ?? name).value));
  return [...names].map(([field, { size }]) => [field, size]);
};

/** The most directives that stand in one place, and lists and objects in each other. */
const mostIn = (document: DocumentNode): { directives: number; nesting: number } => {
  const most = { directives: 0, nesting: 0 };
  let nesting = 0;
  const holds = ({ kind }: ASTNode): number => (kind === Kind.LIST || kind === Kind.OBJECT ? 1 : 0);
  visit(document, {
    enter: (node) => {
      if ('directives' in node) most.directives = Math.max(most.directives, node.directives?.length ?? 0);
      nesting += holds(node);
      most.nesting = Math.max(most.nesting, nesting);
    },
    leave: (node) => {
      nesting -= holds(node);
    },
  });
  return most;
};

const refuse = (code: 'TOO_DEEP' | 'TOO_MANY_FIELDS' | 'TOO_MANY_ALIASES' | 'TOO_MANY_DIRECTIVES', what: string, most: number, given: number): void => {
  if (given > most) throw new RequestRefusal(400, code, what, `at most ${most}`, given);
};

/** @throws RequestRefusal where a document is too deep, too broad, or repeats itself too much to be validated. */
export const requireSmall = (document: DocumentNode, limits: Limits): void => {
  const fragments = fragmentsOf(document);
  const sizes = document.definitions.map(measurer(fragments));
  const most = (part: keyof Size): number => Math.max(...sizes.map((size) => size[part]));
  refuse('TOO_DEEP', 'depth', limits.depth, most('depth'));
  refuse('TOO_MANY_ALIASES', 'aliases', limits.aliases, most('aliases'));
  for (const definition of document.definitions)
    for (const [field, names] of rootAliases(definition, fragments)) refuse('TOO_MANY_ALIASES', `aliases of ${field}`, limits.rootAliases, names);
  refuse('TOO_MANY_FIELDS', 'fields', limits.fields, most('fields'));
  const { directives, nesting } = mostIn(document);
  refuse('TOO_MANY_DIRECTIVES', 'directives in one place', limits.directives, directives);
  refuse('TOO_DEEP', 'lists and objects in each other', limits.nesting, nesting);
};
