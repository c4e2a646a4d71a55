import { computed, signal } from '@preact/signals';
import routes from '../routes.json' with { type: 'json' };
import { type Lang, readDate, readMoment, today } from './dates';
import { followScroll, keepScroll, scrollToTop } from './scrolling';

/** What every address may say beside its view: the day, the state of the record, and the language. */
const LENS = ['asOf', 'knownAt', 'lang'] as const;

type Params = Readonly<Record<string, string | null | undefined>>;

export interface Place {
  path: string;
  params: URLSearchParams;
}

interface Route {
  path: string;
  view: string;
  prefix?: string;
}

/** A path as people read it; one that is no text in UTF-8 as it is. */
const readPath = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

const here = (): Place => ({ path: readPath(location.pathname), params: new URLSearchParams(location.search) });

export const place = signal<Place>(here());

const PATHS = (routes as Route[]).map((route) => ({ ...route, shape: new RegExp(`^${route.path.replace(/:name$/, '([^/]+)')}/?$`) }));

interface Found {
  view: string;
  id: string | null;
}

const foundAt = (path: string): Found | null => {
  for (const { shape, view, prefix } of PATHS) {
    const match = shape.exec(path);
    if (match) return { view, id: prefix ? `${prefix}${match[1] ?? ''}` : null };
  }
  return null;
};

/** The view of an address, and the id of the thing that it is about. */
export const found = computed(() => foundAt(place.value.path));

/** Views whose days are their own. */
const WITHOUT_DAY = ['start', 'changes', 'compare', 'entries', 'proposals', 'sign-in', 'edit', 'paste'];
export const hasDay = computed((): boolean => found.value !== null && !WITHOUT_DAY.includes(found.value.view));

export const lang = computed((): Lang => (place.value.params.get('lang')?.toLowerCase() === 'en' ? 'en' : 'da'));

/** The day as the address says it; null: it says none, so today, or none that can be read, and then nothing is asked. */
export const asOf = computed((): string | null => readDate(place.value.params.get('asOf') ?? ''));
export const day = computed((): string => asOf.value ?? today());
export const knownAt = computed((): string | null => readMoment(place.value.params.get('knownAt') ?? ''));

/** What a question is asked through. */
export const lens = computed(() => ({ asOf: asOf.value, knownAt: knownAt.value }));

/** A parameter of the view; empty counts as absent. */
export const param = (name: string): string | null => place.value.params.get(name) || null;
/** A parameter that lists several, between commas. */
export const listParam = (name: string): string[] => (param(name) ?? '').split(',').filter(Boolean);

/** An address of the page: it keeps the lens as it was read, and says what is given; null takes something out. */
export const href = (path: string, params: Params = {}): string => {
  const said = new URLSearchParams();
  const read = { asOf: asOf.value, knownAt: knownAt.value, lang: lang.value };
  for (const name of LENS) {
    const value = read[name];
    if (value && place.value.params.get(name)) said.set(name, value);
  }
  for (const [name, value] of Object.entries(params)) {
    if (value) said.set(name, value);
    else said.delete(name);
  }
  const text = said.toString().replace(/%3A/g, ':').replace(/%2C/g, ',');
  return text ? `${path}?${text}` : path;
};

/** This address with something else said. */
export const hrefHere = (params: Params): string =>
  href(place.value.path, { ...Object.fromEntries([...place.value.params].filter(([name]) => name !== 'lang')), ...params });

/** Where a thing of an id is seen; null: it has no page of its own. */
export const pathOf = (id: string): string | null => {
  const route = PATHS.find(({ prefix }) => prefix && id.startsWith(prefix));
  return route?.prefix ? route.path.replace(':name', encodeURIComponent(id.slice(route.prefix.length))) : null;
};

export const go = (to: string, { replace = false } = {}): void => {
  if (replace) history.replaceState(history.state, '', to);
  else {
    keepScroll();
    history.pushState(null, '', to);
  }
  const before = place.value.path;
  place.value = here();
  if (place.value.path === before) return;
  scrollToTop();
  document.querySelector('main')?.focus({ preventScroll: true });
};

/** Shows another day; today is the one that need not be said. */
export const pickDay = (picked: string): void => go(hrefHere({ asOf: picked === today() ? null : picked }));

/** The page follows its own links, and the browser all others. */
const follow = (event: MouseEvent): void => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || event.defaultPrevented || link.origin !== location.origin || link.hasAttribute('download') || link.target) return;
  if (link.hash && link.pathname === location.pathname) return;
  if (!PATHS.some(({ shape }) => shape.test(readPath(link.pathname)))) return;
  event.preventDefault();
  go(link.href);
};

export const followLinks = (): void => {
  document.addEventListener('click', follow);
  addEventListener('popstate', () => (place.value = here()));
  followScroll();
};

/** The known addresses that are nearest to one that is not: of a thing, and of the list of its kind. */
export const nearestTo = (path: string): (Found & { path: string })[] => {
  const [, first = '', name] = path.split('/');
  const heads = [...new Set(PATHS.map((route) => route.path.split('/')[1] ?? ''))].filter(Boolean);
  const [near] = heads
    .map((head) => ({ head, off: distance(head, first.toLowerCase()) }))
    .sort((a, b) => a.off - b.off)
    .filter(({ off, head }) => off <= Math.ceil(head.length / 2));
  const paths = near ? [...(name ? [`/${near.head}/${name}`] : []), `/${near.head}`] : [];
  return paths.flatMap((one) => {
    const at = foundAt(one);
    return at ? [{ path: one, ...at }] : [];
  });
};

/** How many letters must change. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...a].entries()) {
    const next = [at + 1];
    for (const [to, other] of [...b].entries()) next.push(Math.min((row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1, (row[to] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
};
