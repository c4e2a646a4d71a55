import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { words } from '../words/words';
import { useFocused } from './focused';
import { usePrinting } from './printing';

/** How much of a list is shown: so many until all of it is asked for, or printed. */
interface Shown<Row, Line extends HTMLElement> {
  shown: readonly Row[];
  /** What the line of a place needs: the first of those that come takes the focus. */
  lineOf: (index: number) => { ref?: RefObject<Line | null>; tabIndex?: -1 };
  /** Asks for all; null: they are shown. */
  showAll: (() => void) | null;
}

export const useShown = <Row, Line extends HTMLElement>(rows: readonly Row[], most: number): Shown<Row, Line> => {
  const [showsAll, setShowsAll] = useState(false);
  const [isOpened, setOpened] = useState(false);
  const firstOfRest = useFocused<Line>(isOpened);
  usePrinting(() => setShowsAll(true));
  return {
    shown: showsAll ? rows : rows.slice(0, most),
    lineOf: (index) => (index === most ? { ref: firstOfRest, tabIndex: -1 } : {}),
    showAll:
      showsAll || rows.length <= most
        ? null
        : () => {
            setShowsAll(true);
            setOpened(true);
          },
  };
};

export const ShowAll = ({ total, showAll }: { total: number; showAll: (() => void) | null }) =>
  showAll && (
    <button type="button" class="all" onClick={showAll}>
      {words.value.showAll(total)}
    </button>
  );
