import type { ActInput } from '../generated/graphql';
import * as said from './fields-said';
import type { Form } from './form';
import { BODY_FORMS, MUNICIPALITY_FORMS, PARTY_FORMS, REGION_FORMS } from './forms-of-bodies';
import { correctDates, identify, correctName, learnDates, rename, retract, state } from './forms-of-any';

/** The end of what has no cause of its own. */
const ending = (name: Form['name']): Form => ({ name, nature: 'change', act: 'end', subject: 'thing', fields: [said.mustEnd] });

/** The forms of a thing, by its type. */
export const FORMS: Readonly<Record<string, readonly Form[]>> = {
  Membership: [
    {
      name: 'replace',
      nature: 'change',
      act: 'replace',
      subject: 'membership',
      fields: [{ kind: 'person', name: 'newHolder', label: 'newHolder', isRequired: true }, said.from, said.cause],
    },
    { name: 'end', nature: 'change', act: 'end', subject: 'thing', fields: [said.mustEnd, said.cause] },
    { name: 'changeRole', nature: 'change', act: 'changeRole', subject: 'membership', fields: [said.role, said.from] },
    {
      name: 'leave',
      nature: 'change',
      act: 'leave',
      subject: 'membership',
      fields: [said.from, said.ends, said.reason],
    },
    {
      name: 'standIn',
      nature: 'change',
      act: 'standIn',
      subject: 'holder',
      fields: [{ kind: 'seat', name: 'substitute', label: 'substitute', isRequired: true }, said.from, said.ends],
    },
    learnDates,
    {
      name: 'observe',
      nature: 'more',
      act: 'observe',
      subject: 'memberships',
      isListed: true,
      fields: [
        { ...said.seenOn, kind: 'wholeDay' },
        { kind: 'check', name: 'over', label: 'over' },
      ],
    },
    correctDates,
    { name: 'correctRole', nature: 'correction', act: 'correct', subject: 'thing', fields: [said.role] },
    retract,
  ],
  Affiliation: [ending('endTie'), learnDates, correctDates, retract],
  Leave: [ending('endLeave'), learnDates, correctDates, { ...correctName, name: 'correctReason', fields: [said.reason] }, retract],
  StandIn: [ending('endStandIn'), learnDates, correctDates, retract],
  Person: [
    {
      name: 'affiliate',
      nature: 'change',
      act: 'affiliate',
      subject: 'person',
      fields: [{ kind: 'thing', name: 'with', label: 'with', isRequired: true, types: ['PARTY', 'MUNICIPALITY'] }, said.from],
    },
    { name: 'independent', nature: 'change', act: 'affiliate', subject: 'person', fields: [said.from], fixed: { independent: true } },
    rename,
    { name: 'die', nature: 'change', act: 'die', subject: 'person', fields: [said.seenOn] },
    identify,
    state,
    correctName,
    {
      name: 'merge',
      nature: 'correction',
      act: 'mergePeople',
      subject: 'keep',
      fields: [{ kind: 'samePerson', name: 'gone', label: 'gone', isRequired: true }],
    },
    {
      name: 'erase',
      nature: 'correction',
      act: 'erase',
      subject: 'person',
      onlyFor: 'ADMIN',
      warning: 'erase',
      fields: [{ kind: 'confirm', name: 'confirm', label: 'confirm', isRequired: true }],
    },
  ],
  Body: BODY_FORMS,
  Party: PARTY_FORMS,
  Municipality: MUNICIPALITY_FORMS,
  Region: REGION_FORMS,
  /** What is not there yet. */
  New: [
    {
      name: 'addPerson',
      nature: 'change',
      act: 'addPerson',
      fields: [
        said.nameOfNew('PERSON'),
        { kind: 'thing', name: 'party', label: 'party', types: ['PARTY'] },
        said.municipality,
        { ...said.mayBeFrom, label: 'tiesFrom' },
      ],
    },
    {
      name: 'establishFree',
      nature: 'change',
      act: 'establish',
      fields: [said.nameOfNew('BODY'), said.kind, said.from, { kind: 'things', name: 'covers', label: 'covers', types: ['MUNICIPALITY'] }],
    },
    {
      name: 'foundParty',
      nature: 'change',
      act: 'foundParty',
      fields: [said.nameOfNew('PARTY'), { kind: 'text', name: 'letter', label: 'letter' }, said.scope, said.municipality, said.mayBeFrom],
    },
    {
      name: 'addPlace',
      nature: 'change',
      act: 'addPlace',
      fields: [
        said.placeKind,
        said.nameOfNew('MUNICIPALITY', 'REGION'),
        { kind: 'text', name: 'code', label: 'code' },
        { kind: 'thing', name: 'liesIn', label: 'liesIn', types: ['REGION'] },
        said.mayBeFrom,
      ],
    },
  ],
};

/** Acts that no form says, and why. */
export const WITHOUT_FORM: Readonly<Partial<Record<keyof ActInput, string>>> = {
  elect: 'What an election gave is a table of lists, votes and seats: it comes as a data set, whole.',
};
