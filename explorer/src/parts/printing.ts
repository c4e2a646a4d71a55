import { useEffect } from 'preact/hooks';

/** What is done before the page is printed, so that all of it is on paper. */
export const usePrinting = (prepare: () => void): void =>
  useEffect(() => {
    addEventListener('beforeprint', prepare);
    return () => removeEventListener('beforeprint', prepare);
  });
