import { type ASTNode, type GraphQLError, Kind, parse, visit } from 'graphql';

const nameOf = (node: ASTNode): string | null => {
  if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return node.name.value;
  return node.kind === Kind.VARIABLE_DEFINITION ? `$${node.variable.name.value}` : null;
};

/** The path of the argument, and of the input field in it, or the variable, at which an error points; undefined: at none. */
export const argumentPathAt = ({ source, positions }: GraphQLError): string | undefined => {
  const at = positions?.[0];
  if (!source || at === undefined) return undefined;
  const path: string[] = [];
  visit(parse(source), {
    enter: (node) => {
      if (!node.loc || at < node.loc.start || at >= node.loc.end) return false;
      const name = nameOf(node);
      if (name) path.push(name);
      return undefined;
    },
  });
  return path.join('.') || undefined;
};
