import { describe, expect, test } from 'vitest';
import { buildSchema } from 'graphql';
import { boundProblems } from '../tools/bounds.js';
import { schemaIn } from './contract/contract.js';

const DIRECTIVE =
  'directive @bound(min: Int, max: Int, letters: Int, words: Int, blank: Boolean, items: Int, inOrder: Boolean = false) on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION';

/** What is wrong with one argument, and with the same as a field of an input. */
const problemsOf = (input: string): { argument: string[]; field: string[] } => {
  const told = boundProblems(buildSchema(`${DIRECTIVE} enum Colour { RED } input Filter { ${input} } type Query { list(${input}): Int }`));
  const of = (at: string): string[] => told.filter((line) => line.startsWith(at)).map((line) => line.slice(at.length));
  return { argument: of('Query.list(x:): '), field: of('Filter.x: ') };
};

test('every number, text and list of the schema has a bound, and says it', () => {
  expect(boundProblems(schemaIn('schema'))).toEqual([]);
});

describe('is told, of an argument and of an input field alike:', () => {
  const none = (key: string): string => `required: a bound of its ${key}, as @bound(${key}: …); given: none`;
  const unsaid = (number: number, key: string): string => `required: a description that says its bound; given: none with ${number}, its ${key}`;

  test.each<[string, string, string[]]>([
    ['a number without one', 'x: Int', [none('min'), none('max')]],
    ['a number that may be as large as it likes', '"From 0." x: Float! @bound(min: 0)', [none('max')]],
    ['a text without one', 'x: String', [none('letters')]],
    ['a list of ids without one', 'x: [ID!]', [none('items')]],
    ['a list of enum values without one', 'x: [Colour!]!', [none('items')]],
    ['a list of texts of any length', '"At most 5." x: [String!] @bound(items: 5)', [none('letters')]],
    ['a bound that the description does not say', '"At most 50." x: [ID!] @bound(items: 5)', [unsaid(5, 'items')]],
    ['no description at all', 'x: Int @bound(min: 0, max: 7)', [unsaid(0, 'min'), unsaid(7, 'max')]],
    ['a bound of something else', '"At most 5." x: ID @bound(letters: 5)', ['required: a bound that its type can keep; given: letters of ID']],
    [
      'that a number is not blank',
      '"From 0 to 7." x: Int @bound(min: 0, max: 7, blank: false)',
      ['required: a bound that its type can keep; given: blank of Int'],
    ],
    ['a default beyond it', '"From 1 to 5." x: Int = 6 @bound(min: 1, max: 5)', ['required: a default from 1 to 5; given: 6']],
  ])('%s', (_, input, problems) => expect(problemsOf(input)).toEqual({ argument: problems, field: problems }));

  test.each([
    ['an id', 'x: ID!'],
    ['an enum value', 'x: Colour'],
    ['yes or no', 'x: Boolean = true'],
    ['a number from below 0', '"From -3 to 5." x: Int = -3 @bound(min: -3, max: 5)'],
    ['a text with a bound', '"At most 20 letters and 3 words." x: String @bound(letters: 20, words: 3)'],
    ['a text that says something', '"At most 20 letters." x: String! @bound(letters: 20, blank: false)'],
    ['a list of texts with both', '"At most 5, of 20 letters." x: [String!] @bound(items: 5, letters: 20)'],
  ])('but not %s', (_, input) => expect(problemsOf(input)).toEqual({ argument: [], field: [] }));
});
