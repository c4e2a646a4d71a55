import { lens } from '../address';
import { useAnswer } from '../ask';
import { NamesDocument, type SearchType } from '../generated/graphql';
import { words } from '../words/words';
import { To, nameOf } from './links';
import { Search } from './search';
import { ownPart } from '../ids';

/** The names of things by their ids: the id itself, until it is known. */
export const useNames = (ids: readonly string[]): ((id: string) => string) => {
  const { data } = useAnswer(NamesDocument, ids.length > 0 ? { ids: [...ids], ...lens.value } : null);
  const names = new Map((data?.nodes ?? []).flatMap((node) => (node ? [[node.id, nameOf(node)] as const] : [])));
  return (id) => names.get(id) ?? ownPart(id);
};

interface Given {
  label: string;
  id: string | null;
  types: SearchType[];
  onPick: (id: string | null) => void;
  otherwise?: { text: string; onPick: (written: string) => void };
}

/** One thing that is chosen: looked for, shown, and taken away again. */
export const Picked = ({ label, id, types, onPick, otherwise }: Given) => {
  const w = words.value;
  const name = useNames(id ? [id] : []);
  if (!id) return <Search label={label} types={types} onPick={(hit) => onPick(hit.id)} {...(otherwise && { otherwise })} />;
  return (
    <div>
      <span class="label">{label}</span>
      <br />
      <span class="chosen">
        <To thing={{ id, name: name(id) }} />
        <button type="button" onClick={() => onPick(null)} aria-label={`${w.remove}: ${name(id)}`}>
          ×
        </button>
      </span>
    </div>
  );
};
