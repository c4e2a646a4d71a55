import * as said from './fields-said';
import type { Form } from './form';

// The forms that things of several types have.
export const learnDates: Form = { name: 'learnDates', nature: 'more', act: 'learn', subject: 'thing', fields: [said.mayBeFrom, said.mayBeOver] };
export const correctDates: Form = { name: 'correctDates', nature: 'correction', act: 'correct', subject: 'thing', fields: [said.mayBeFrom, said.mayBeOver] };
export const retract: Form = { name: 'retract', nature: 'correction', act: 'retract', subject: 'thing', fields: [] };
export const rename: Form = { name: 'rename', nature: 'change', act: 'rename', subject: 'thing', fields: [said.name, said.from] };
export const correctName: Form = { name: 'correctName', nature: 'correction', act: 'correct', subject: 'thing', fields: [said.name] };
export const dissolve: Form = { name: 'dissolve', nature: 'change', act: 'dissolve', subject: 'thing', fields: [said.mustEnd] };
export const identify: Form = {
  name: 'identify',
  nature: 'more',
  act: 'identify',
  subject: 'thing',
  fields: [
    { kind: 'text', name: 'identifier.scheme', label: 'scheme', isRequired: true },
    { kind: 'text', name: 'identifier.value', label: 'value', isRequired: true },
    said.mayBeFrom,
  ],
};
export const state: Form = {
  name: 'state',
  nature: 'more',
  act: 'state',
  subject: 'about',
  isListed: true,
  fields: [
    { kind: 'text', name: 'subject', label: 'subject', isRequired: true },
    { kind: 'longText', name: 'text', label: 'text', isRequired: true },
    { kind: 'text', name: 'value', label: 'number' },
  ],
};
