const REST_MS = 100;
const PATIENCE_MS = 10_000;

/** Until when a page that was left is scrolled back to where it was; null: nothing is under way. */
let until: number | null = null;

const isWhole = (): boolean => document.querySelector('main h1') !== null && !document.querySelector('.waiting, [aria-busy="true"]');

/** Keeps where the page stands with its address in the history. */
export const keepScroll = (): void => {
  if (until === null) history.replaceState({ at: scrollY }, '');
};

/** Scrolls to where the page stood, as soon as it is so long, and until all of it is there. */
const restore = (at: number): void => {
  const end = performance.now() + PATIENCE_MS;
  until = end;
  const step = (): void => {
    // The reader has moved on, or the page to another address.
    if (until !== end) return;
    if (document.documentElement.scrollHeight - innerHeight >= at || isWhole()) scrollTo(0, at);
    if (isWhole() || performance.now() > end) until = null;
    else requestAnimationFrame(step);
  };
  // What is shown is drawn anew first.
  requestAnimationFrame(() => requestAnimationFrame(step));
};

const keptAt = (): number => (history.state as { at?: number } | null)?.at ?? 0;

/** A new page begins at its top. */
export const scrollToTop = (): void => {
  until = null;
  scrollTo(0, 0);
};

/** Puts pages that are gone back to where they stood: they ask for what they show, so the browser cannot. */
export const followScroll = (): void => {
  history.scrollRestoration = 'manual';
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(keepScroll, REST_MS);
  });
  addEventListener('popstate', () => {
    clearTimeout(timer);
    restore(keptAt());
  });
  for (const moved of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
    addEventListener(
      moved,
      () => {
        until = null;
      },
      { passive: true },
    );
  if (keptAt() > 0) restore(keptAt());
};
