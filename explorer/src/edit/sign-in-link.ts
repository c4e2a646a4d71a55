import { href, param, place } from '../address';

const SIGN_IN = '/sign-in';

/** Where to sign in, and to come back from: the address of the page goes along whole. */
export const signInHref = (): string => {
  const { path, params } = place.value;
  const text = params.toString();
  return href(SIGN_IN, { back: path === SIGN_IN ? param('back') : `${encodeURI(path)}${text && `?${text}`}` });
};

/** The page that one came from; null: none of this site. */
export const cameFrom = (): string | null => {
  const back = param('back');
  if (!back?.startsWith('/') || !URL.canParse(back, location.origin)) return null;
  const { origin, pathname, search } = new URL(back, location.origin);
  return origin === location.origin && pathname !== SIGN_IN ? pathname + search : null;
};
