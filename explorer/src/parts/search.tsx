import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { lens } from '../address';
import { ask } from '../ask';
import { SearchDocument, type SearchQuery, type SearchType } from '../generated/graphql';
import { say, words } from '../words/words';
import { nameOf } from './links';
import { ownPart } from '../ids';

type Hit = SearchQuery['search'][number];

export interface Found {
  id: string;
  name: string;
}

interface Given {
  label: string;
  onPick: (found: Found) => void;
  types?: SearchType[];
  isBig?: boolean;
  /** What can be done where nothing that is found is meant: the last of the list. */
  otherwise?: { text: string; onPick: (written: string) => void };
}

const REST_MS = 150;

/** What tells somebody from namesakes: party, home and bodies, else the id. */
const apartOf = ({ id, party, municipalities, memberships }: Extract<Hit['node'], { __typename: 'Person' }>): string[] => {
  const apart = [party?.name ?? '', ...municipalities.map(({ name }) => name), ...memberships.nodes.map(({ body }) => body.name)].filter(Boolean);
  return apart.length > 0 ? [...new Set(apart)] : [ownPart(id)];
};

/** What kind of thing was found, in words. */
export const sayKind = (node: Hit['node']): string => {
  const w = words.value;
  if ('kind' in node) return w.bodyKind[node.kind];
  switch (node.__typename) {
    case 'Person':
      return [w.person, ...apartOf(node)].join(' · ');
    case 'Municipality':
      return w.municipality.toLowerCase();
    case 'Region':
      return w.region.toLowerCase();
    case 'Party':
      return w.party.toLowerCase();
    case 'Meeting':
      return node.date ? say(node.date) : w.noDate;
    default:
      return '';
  }
};

export const useHits = (text: string, types: SearchType[] | undefined): readonly Hit[] | null => {
  const [hits, setHits] = useState<readonly Hit[] | null>(null);
  useEffect(() => {
    const isWord = /[\p{L}\p{N}]/u.test(text);
    if (text.trim().length < 2 || !isWord) {
      // No name is made of signs alone.
      setHits(text.trim() && !isWord ? [] : null);
      return;
    }
    let isOver = false;
    const timer = setTimeout(() => {
      ask(SearchDocument, {
        text: text.trim().slice(0, 200),
        types: types ?? ['PERSON', 'BODY', 'MUNICIPALITY', 'REGION', 'PARTY', 'MEETING'],
        ...lens.value,
      }).then(
        ({ search }) => {
          if (!isOver) setHits(search);
        },
        () => {
          if (!isOver) setHits([]);
        },
      );
    }, REST_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text]);
  return hits;
};

/** One field: finds as you type, and is used by keyboard alone as well. */
export const Search = ({ label, onPick, types, isBig = false, otherwise }: Given) => {
  const w = words.value;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const hits = useHits(text, types);
  const isOpen = hits !== null;
  const pick = (hit: Hit | undefined): void => {
    if (!hit) return;
    setText('');
    onPick({ id: hit.node.id, name: nameOf(hit.node) });
  };
  const entries = (hits?.length ?? 0) + (otherwise ? 1 : 0);
  const pickAt = (index: number): void => {
    if (hits && index < hits.length) pick(hits[index]);
    else otherwise?.onPick(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!hits) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move) setAt((now) => (now + move + entries) % Math.max(1, entries));
    else if (event.key === 'Enter') pickAt(at);
    else if (event.key === 'Escape') setText('');
    else return;
    event.preventDefault();
  };
  return (
    <div class={isBig ? 'search big' : 'search'}>
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={field}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-expanded={isOpen}
        aria-controls={`${id}-hits`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && at < entries ? `${id}-${at}` : undefined}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTimeout(() => setText(''), 200)}
      />
      <p class="unseen" role="status">
        {hits ? w.found(hits.length) : ''}
      </p>
      <ul id={`${id}-hits`} role="listbox" aria-label={label} hidden={!isOpen || entries === 0}>
        {(hits ?? []).map((hit, index) => (
          <li
            key={hit.node.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(hit)}
          >
            <span>{nameOf(hit.node)}</span>
            <span class="beside">
              {sayKind(hit.node)}
              {hit.matched !== nameOf(hit.node) && ` · ${hit.matched}`}
            </span>
          </li>
        ))}
        {hits && otherwise && (
          <li
            id={`${id}-${hits.length}`}
            role="option"
            aria-selected={at === hits.length}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pickAt(hits.length)}
          >
            {otherwise.text}
          </li>
        )}
      </ul>
      {isOpen && entries === 0 && <p class="nothing">{w.nothingFound}</p>}
    </div>
  );
};
