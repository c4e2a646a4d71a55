import { GraphQLIncludeDirective, GraphQLSkipDirective, type SelectionNode, getDirectiveValues } from 'graphql';

/** Whether @skip or @include leaves it out. */
export const isLeftOut = ({ directives }: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean =>
  Boolean(directives?.length) &&
  (getDirectiveValues(GraphQLSkipDirective, { directives }, variables)?.['if'] === true ||
    getDirectiveValues(GraphQLIncludeDirective, { directives }, variables)?.['if'] === false);
