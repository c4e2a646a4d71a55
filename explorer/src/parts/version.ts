import type { RecordedFragment } from '../generated/graphql';
import { lastDay } from '../sureness';
import { say, words } from '../words/words';
import { nameOf } from './links';

const sayDates = ({ from, until }: { from: string | null; until: string | null }): string => {
  const w = words.value;
  return [from ? `${w.from} ${say(from)}` : '', until ? `${w.till.toLowerCase()} ${lastDay(until)}` : ''].filter(Boolean).join(', ');
};

/** One version in words: whose, where, and from when to when. */
export const sayVersion = (version: RecordedFragment | null): string => {
  const w = words.value;
  if (!version) return '–';
  if (version.__typename === 'Membership') return [version.person.name, w.role[version.role], version.body.name, sayDates(version)].filter(Boolean).join(', ');
  if (version.__typename === 'Affiliation') return [version.person.name, version.with?.name ?? w.independent, sayDates(version)].filter(Boolean).join(', ');
  if (version.__typename === 'Leave')
    return [version.membership.person.name, w.onLeave, version.membership.body.name, sayDates(version)].filter(Boolean).join(', ');
  if (version.__typename === 'StandIn') {
    const { substitute, holder } = version;
    return [substitute.person.name, `${w.standsInFor} ${holder.person.name}`, substitute.body.name, sayDates(version)].filter(Boolean).join(', ');
  }
  return nameOf(version);
};

/** Whom or what a version is about, which may have a page. */
export const thingOf = (version: RecordedFragment | null): { id: string; name: string } | null => {
  if (!version) return null;
  if (version.__typename === 'Membership' || version.__typename === 'Affiliation') return version.person;
  if (version.__typename === 'Leave') return version.membership.person;
  if (version.__typename === 'StandIn') return version.substitute.person;
  return { id: version.id, name: nameOf(version) };
};
