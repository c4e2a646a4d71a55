import type { ComponentChildren } from 'preact';
import { href, pathOf } from '../address';
import { words } from '../words/words';

interface Thing {
  id: string;
  name?: string | null;
  title?: string | null;
  url?: string | null;
}

/** A thing by its name, which leads to its page where it has one. */
export const To = ({ thing, params, children }: { thing: Thing; params?: Record<string, string | null>; children?: ComponentChildren }) => {
  const path = pathOf(thing.id);
  const shown = children ?? thing.name ?? thing.title ?? thing.id;
  if (path) return <a href={href(path, params)}>{shown}</a>;
  return thing.url ? (
    <a href={thing.url} rel="noreferrer" target="_blank">
      {shown}
    </a>
  ) : (
    <span>{shown}</span>
  );
};

/** Several things, between commas. */
export const Tos = ({ things }: { things: readonly Thing[] }) => (
  <>
    {things.map((thing, at) => (
      <span key={thing.id}>
        {at > 0 && ', '}
        <To thing={thing} />
      </span>
    ))}
  </>
);

export interface Partied {
  partyStatus: string;
  party: { id: string; name: string; letter?: string | null } | null;
}

/** The party of a person in words, unknown or none too. */
export const sayParty = ({ party, partyStatus }: Partied): string => {
  const w = words.value;
  if (party) return party.name;
  return partyStatus === 'INDEPENDENT' ? w.independent : partyStatus === 'SEVERAL' ? w.severalParties : w.noParty;
};

/** What any named thing is called. */
export const nameOf = (thing: object | null | undefined): string => {
  const { name, title, called, date, body, id } = (thing ?? {}) as Record<string, unknown>;
  const own = name ?? title ?? called ?? (body as { name?: string } | undefined)?.name;
  return typeof own === 'string' ? own : typeof date === 'string' ? date : typeof id === 'string' ? id : words.value.unknown;
};
