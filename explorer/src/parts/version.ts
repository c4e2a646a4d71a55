import type { RecordedFragment } from '../generated/graphql';
import { lastDay } from '../sureness';
import { say, words } from '../words/words';
import { nameOf } from './links';

const sayDates = ({ from, until }: { from: string | null; until: string | null }): string => {
  const w = words.value;
  return [from ? `${w.from} ${say(from)}` : '', until ? `${w.till.toLowerCase()} ${lastDay(until)}` : ''].filter(Boolean).join(', ');
};

const sayParts = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(', ');

/**
 * One version in words: whose, where, and from when to when.
 * @param sayWhen says its days; they can be left out, where what is told beside it says which
 */
export const sayVersion = (version: RecordedFragment | null, sayWhen: typeof sayDates | null = sayDates): string => {
  const w = words.value;
  const when = (dates: Parameters<typeof sayDates>[0]): string => sayWhen?.(dates) ?? '';
  if (!version) return '–';
  switch (version.__typename) {
    case 'Membership':
      return sayParts(version.person.name, w.role[version.role], version.body.name, when(version));
    case 'Affiliation':
      return sayParts(version.person.name, version.with?.name ?? w.independent, when(version));
    case 'Leave':
      return sayParts(version.membership.person.name, w.onLeave, version.membership.body.name, when(version));
    case 'StandIn':
      return sayParts(version.substitute.person.name, `${w.standsInFor} ${version.holder.person.name}`, version.substitute.body.name, when(version));
    case 'AgendaItem':
      return sayParts(version.number && `${w.item.toLowerCase()} ${version.number}`, version.title);
    case 'Allocation':
      return sayParts(version.municipality.name, version.subject);
    case 'Appointment':
      return sayParts(version.membership.person.name, w.howItCame);
    case 'Attendance':
      return sayParts(version.person.name, w.presence[version.presence]);
    case 'DatedName':
      return version.text;
    case 'Decision':
      return `${w.outcome[version.outcome]}: ${version.text}`;
    case 'Election':
      return sayParts(w.electionOf(say(version.on)), version.body.name);
    case 'Identifier':
      return `${version.scheme}: ${version.value}`;
    case 'Office':
      return sayParts(w.role[version.role], nameOf(version));
    case 'Register':
      return w.keptBy(version.by);
    case 'Relation':
      return sayParts(`${nameOf(version.leadsFrom)} ${w.relationKind[version.kind]} ${nameOf(version.to)}`, when({ from: version.start, until: version.end }));
    case 'Statement':
      return `${version.subject}: ${version.text}`;
    default:
      return nameOf(version);
  }
};

/** Whom or what a version is about, which may have a page. */
export const thingOf = (version: RecordedFragment | null): { id: string; name: string } | null => {
  if (!version) return null;
  switch (version.__typename) {
    case 'Membership':
    case 'Affiliation':
    case 'Attendance':
      return version.person;
    case 'Leave':
    case 'Appointment':
      return version.membership.person;
    case 'StandIn':
      return version.substitute.person;
    case 'Relation':
      return { id: version.leadsFrom.id, name: nameOf(version.leadsFrom) };
    default:
      return { id: version.id, name: sayVersion(version) };
  }
};
