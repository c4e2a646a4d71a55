import { words } from '../words/words';

interface Props {
  shown: number;
  total: number;
  /** Asks for the page after those that are shown. */
  more: () => void;
}

/** How many of a list are shown, and a button for the next of them. */
export const More = ({ shown, total, more }: Props) => {
  const w = words.value;
  return (
    <p class="note">
      {w.of(shown, total)}{' '}
      <button type="button" class="all" onClick={more}>
        {w.more}
      </button>
    </p>
  );
};
