import type { Role } from '../generated/graphql';
import { role as danish } from '../words/enums-da';
import { role as english } from '../words/enums-en';

/** Words for roles beside those in which the page says them. */
const MORE: Readonly<Partial<Record<Role, readonly string[]>>> = {
  CHAIR: ['fmd', 'formand for bestyrelsen', 'bestyrelsesformand', 'forkvinde', 'forperson', 'chairman', 'chairwoman', 'chairperson'],
  VICE_CHAIR: ['næstfmd', 'viceformand', 'næstforkvinde', 'næstforperson', '1. næstformand', '2. næstformand', 'deputy chair', 'vice-chair', 'vice chairman'],
  CO_CHAIR: ['co chair'],
  MEMBER: ['medl', 'menigt medlem', 'udvalgsmedlem', 'bestyrelsesmedlem', 'ordinary member'],
  REPRESENTATIVE: ['udpeget repræsentant'],
  SUBSTITUTE: ['stedfortræder', 'suppl', '1. suppleant', '2. suppleant', '3. suppleant', '1. stedfortræder', '2. stedfortræder', 'alternate', 'deputy member'],
  DEPUTY_MAYOR: ['1. viceborgmester', '2. viceborgmester'],
  COUNCILLOR: [
    'byrådsmedlem',
    'kommunalbestyrelsesmedlem',
    'regionsrådsmedlem',
    'borgerrepræsentant',
    'medlem af byrådet',
    'medlem af kommunalbestyrelsen',
    'councilor',
  ],
  COMMITTEE_CHAIR: ['committee chair', 'formand for udvalget'],
};

export const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '').trim();

const ROLES: ReadonlyMap<string, Role> = new Map(
  [...Object.entries(danish), ...Object.entries(english)]
    .map(([role, text]) => [folded(text), role as Role] as const)
    .concat(Object.entries(MORE).flatMap(([role, texts]) => texts.map((text) => [folded(text), role as Role] as const))),
);

/** The role that words say; null: they are none that are known, and whoever pasted them is asked. */
export const roleOf = (text: string): Role | null => ROLES.get(folded(text)) ?? null;
