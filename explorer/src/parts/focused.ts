import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Moves the focus to what has come in the place of what was clicked, each time that `what` is another; never to nothing. */
export const useFocused = <Shown extends HTMLElement>(what: unknown): RefObject<Shown | null> => {
  const shown = useRef<Shown>(null);
  useEffect(() => {
    if (what) shown.current?.focus();
  }, [what]);
  return shown;
};
