import { href, knownAt } from '../address';
import { words } from '../words/words';
import { me } from './session';

/** The way to the forms of a thing, for who is signed in: of a past state of the record nothing can be changed. */
export const editLinks = (thing: string, text = words.value.edit): { to: string; text: string }[] =>
  me.value && !knownAt.value ? [{ to: href('/edit', { thing }), text }] : [];

/** The way to paste rows on a body. */
export const pasteLinks = (body: string): { to: string; text: string }[] =>
  me.value && !knownAt.value ? [{ to: href('/paste', { body }), text: words.value.pasteRows }] : [];

/** The way to record something that is not there yet. */
export const newLinks = (form: string): { to: string; text: string }[] =>
  me.value && !knownAt.value ? [{ to: href('/edit', { form }), text: words.value.recordNew }] : [];

export const EditLink = ({ thing, about }: { thing: string; about: string }) => (
  <>
    {editLinks(thing).map(({ to, text }) => (
      <a key={to} class="edit" href={to} aria-label={`${text}: ${about}`}>
        {text}
      </a>
    ))}
  </>
);
