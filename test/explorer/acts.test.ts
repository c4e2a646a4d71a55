// What the explorer's forms say, held against the acts and fields of the schema.
import { describe, expect, test } from 'vitest';
import { type GraphQLInputObjectType, getNamedType, isInputObjectType, isRequiredInputField } from 'graphql';
import { schema } from '../../src/mutations/schema.js';

interface Form {
  name: string;
  act: string;
  subject?: string;
  fields: { name: string; kind: string; isRequired?: boolean }[];
  fixed?: object;
}

interface Forms {
  FORMS: Record<string, Form[]>;
  WITHOUT_FORM: Record<string, string>;
}

/** The page's own modules ask where they are opened. */
const formsOf = async (): Promise<Forms> => {
  Object.assign(globalThis, { location: new URL('http://explorer.example/edit') });
  const path = '../../explorer/src/edit/forms';
  return (await import(path)) as Forms;
};

const { FORMS, WITHOUT_FORM } = await formsOf();
const acts = (schema.getType('ActInput') as GraphQLInputObjectType).getFields();
const inputOf = (act: string): GraphQLInputObjectType => getNamedType(acts[act]?.type) as GraphQLInputObjectType;
const all = Object.values(FORMS).flat();

test('every act has a form, or a reason why not', () => {
  const said = new Set([...all.map(({ act }) => act), ...Object.keys(WITHOUT_FORM)]);
  expect(Object.keys(acts).filter((act) => !said.has(act))).toEqual([]);
  expect(Object.keys(WITHOUT_FORM).filter((act) => !(act in acts) || all.some((form) => form.act === act))).toEqual([]);
  expect(Object.values(WITHOUT_FORM).every((reason) => reason.length > 20)).toBe(true);
});

test('the forms of a thing are called by names of their own', () => {
  for (const forms of Object.values(FORMS)) expect(new Set(forms.map(({ name }) => name)).size).toBe(forms.length);
});

describe.each(Object.entries(FORMS).flatMap(([type, forms]) => forms.map((form) => [type, form.name, form] as const)))('of %s the form %s', (_, __, form) => {
  const { act, subject, fields, fixed } = form;
  const input = inputOf(act).getFields();
  const isAmending = act === 'learn' || act === 'correct';
  const sent = fields.filter(({ kind }) => kind !== 'confirm').map(({ name }) => name.split('.'));

  test('asks for what its act takes', () => {
    const named = [...(subject ? [[subject]] : []), ...(isAmending ? [] : sent), ...Object.keys(fixed ?? {}).map((name) => [name])];
    for (const [outer = '', inner] of named) {
      expect(Object.keys(input)).toContain(outer);
      const within = getNamedType(input[outer]?.type);
      if (inner) expect(isInputObjectType(within) && Object.keys(within.getFields())).toContain(inner);
    }
  });

  test('asks for all that its act requires', () => {
    const given = [
      subject,
      'why',
      ...(isAmending ? ['set'] : []),
      ...Object.keys(fixed ?? {}),
      ...fields.filter(({ isRequired }) => isRequired).map(({ name }) => name.split('.')[0]),
    ];
    const required = Object.values(input).filter(isRequiredInputField);
    expect(required.map(({ name }) => name).filter((name) => !given.includes(name))).toEqual([]);
  });
});
