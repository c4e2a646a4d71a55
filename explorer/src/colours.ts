/** In which colour a party is drawn: as the graph says, else as newspapers do, else one of its own by its name. */
const USUAL: Readonly<Record<string, string>> = {
  A: '#b8252f',
  B: '#733280',
  C: '#2f7d4f',
  D: '#12505c',
  F: '#d0508a',
  I: '#1a8aa8',
  K: '#b07d00',
  M: '#6f4ba0',
  O: '#8a7412',
  S: '#4a6b8a',
  V: '#13518f',
  Æ: '#5a8fbf',
  Ø: '#c25a12',
  Å: '#3d9a4a',
};
const OTHERS = ['#7a5c46', '#5b6b3a', '#8c4a5f', '#41697a', '#6d6092', '#94672c', '#3f7266', '#84564f'];

export const NO_PARTY = '#6b7280';
const INDEPENDENT = '#c026d3';

export interface Coloured {
  id?: string;
  letter?: string | null;
  colour?: string | null;
}

export const colourOf = (party: Coloured | null | undefined): string => {
  if (!party?.id) return NO_PARTY;
  const usual = party.letter ? USUAL[party.letter] : undefined;
  const sum = [...party.id].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  return party.colour ?? usual ?? OTHERS[sum % OTHERS.length] ?? NO_PARTY;
};

/** The colour of a party, of those who are known to have none, or of those of whom nobody knows. */
export const colourOfShare = (party: Coloured | null, status: string | null): string =>
  party ? colourOf(party) : status === 'INDEPENDENT' ? INDEPENDENT : NO_PARTY;
