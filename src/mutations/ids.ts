const DANISH: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ä: 'ae', ö: 'oe', ü: 'ue' };

/** A name as a part of an id: in a-z, 0-9 and -. Letters of other scripts are left out. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æøåäöü]/g, (letter) => DANISH[letter] as string)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** What an id says after its prefix. */
export const ownPart = (id: string): string => id.slice(id.indexOf(':') + 1);

/** The id of a seat: its body, its role and its holder. */
export const seatId = (body: string, role: string, person: string): string =>
  `membership:${ownPart(body)}-${role.toLowerCase().replaceAll('_', '-')}-${ownPart(person)}`;
