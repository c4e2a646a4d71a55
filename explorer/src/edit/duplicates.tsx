import { href, knownAt } from '../address';
import { type Candidate, sayApart, useAlike } from '../parts/alike';
import { To } from '../parts/links';
import { editWords } from '../words/edit';
import { me } from './session';

interface Given {
  person: { id: string; name: string; municipalities: readonly { id: string }[]; memberships: { nodes: readonly { body: { id: string } }[] } };
}

/** Called so letter for letter, or nearly so and of the same place or body. */
const isLikely = (one: Candidate, { municipalities, memberships }: Given['person']): boolean =>
  one.isVeryName ||
  one.municipalities.some(({ id }) => municipalities.some((home) => home.id === id)) ||
  one.memberships.nodes.some(({ body }) => memberships.nodes.some((seat) => seat.body.id === body.id));

const Shown = ({ person }: Given) => {
  const w = editWords.value;
  const likely = useAlike(person.name).filter((one) => one.id !== person.id && isLikely(one, person));
  if (likely.length === 0) return null;
  return (
    <section>
      <h2>{w.maybeSame}</h2>
      <ul class="plain">
        {likely.map((one) => (
          <li key={one.id}>
            <To thing={one} /> <span class="beside">{sayApart(one)}</span>{' '}
            <a href={href('/edit', { thing: person.id, nature: 'correction', form: 'merge', gone: one.id })} aria-label={`${w.forms.merge}: ${one.name}`}>
              {w.forms.merge}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Who may be the same person, for who is signed in. */
export const Duplicates = ({ person }: Given) => (me.value && !knownAt.value ? <Shown person={person} /> : null);
