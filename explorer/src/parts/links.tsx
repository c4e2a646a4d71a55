import type { ComponentChildren } from 'preact';
import { href, pathOf } from '../address';
import { say, words } from '../words/words';

interface Thing {
  id: string;
  name?: string | null;
  title?: string | null;
  url?: string | null;
}

/** A thing by its name, which leads to its page where it has one. In which language a name is, nobody says: not in that of the page. */
export const To = ({ thing, params, children }: { thing: Thing; params?: Record<string, string | null>; children?: ComponentChildren }) => {
  const path = pathOf(thing.id);
  const shown = children ?? thing.name ?? thing.title ?? thing.id;
  const language = children === undefined ? '' : undefined;
  if (path)
    return (
      <a href={href(path, params)} lang={language}>
        {shown}
      </a>
    );
  return thing.url ? (
    <a href={thing.url} rel="noreferrer" target="_blank" lang={language}>
      {shown}
    </a>
  ) : (
    <span lang={language}>{shown}</span>
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

/** The document of an entry that names none: it stands on the word of who wrote it. null: it is another. */
export const ownWordOf = ({ id }: { id: string }): string | null => {
  const [, number] = /^doc:entry-(\d+)$/.exec(id) ?? [];
  return number === undefined ? null : words.value.ownWord(Number(number));
};

/** What any named thing is called: a meeting without a title by its body and day. */
export const nameOf = (thing: object | null | undefined): string => {
  const { name, title, called, date, body, heldBy, id } = (thing ?? {}) as Record<string, unknown>;
  const own = (typeof id === 'string' ? ownWordOf({ id }) : null) ?? name ?? title ?? called;
  if (typeof own === 'string') return own;
  const of = ((heldBy ?? body) as { name?: string } | null | undefined)?.name;
  const parts = [of, typeof date === 'string' ? say(date) : undefined].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : typeof id === 'string' ? id : words.value.unknown;
};
