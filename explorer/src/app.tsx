import { useEffect } from 'preact/hooks';
import { asOf, day, found, go, hasDay, href, hrefHere, lang, pathOf, pickDay, place } from './address';
import { signedIn } from './edit/session';
import { signInHref } from './edit/sign-in-link';
import { DateField } from './parts/date-field';
import { type Loading, useLoaded } from './parts/loaded';
import { Search } from './parts/search';
import { unreadable } from './unreadable';
import { UnknownPage } from './views/unknown';
import { UnreadableAddress } from './views/unreadable';
import { words } from './words/words';

/** Each view is fetched when it is first seen. */
const VIEWS: Readonly<Record<string, Loading>> = {
  start: () => import('./views/start'),
  bodies: () => import('./views/bodies'),
  body: () => import('./views/body'),
  people: () => import('./views/people'),
  person: () => import('./views/person'),
  municipalities: () => import('./views/municipalities'),
  municipality: () => import('./views/municipality'),
  region: () => import('./views/region'),
  parties: () => import('./views/parties'),
  party: () => import('./views/party'),
  meetings: () => import('./views/meetings'),
  meeting: () => import('./views/meeting'),
  changes: () => import('./views/changes'),
  compare: () => import('./views/compare'),
  map: () => import('./views/map'),
  network: () => import('./views/network'),
  vacancies: () => import('./views/vacancies'),
  entries: () => import('./views/entries'),
  proposals: () => import('./views/proposals'),
  'sign-in': () => import('./edit/sign-in'),
  edit: () => import('./edit/edit'),
  paste: () => import('./paste/paste'),
};

const Header = ({ view }: { view: string | null }) => {
  const w = words.value;
  const doors = [
    ['/bodies', w.bodies],
    ['/municipalities', w.municipalities],
    ['/people', w.peopleTitle],
    ['/parties', w.parties],
    ['/map', w.mapDoor],
    ['/changes', w.changesTitle],
    ['/vacancies', w.vacanciesDoor],
  ] as const;
  return (
    <header>
      <a class="skip" href="#main">
        {w.skip}
      </a>
      <div class="top">
        <a class="site" href={href('/')}>
          {w.site}
        </a>
        <span class="languages">
          <a href={hrefHere({ lang: null })} lang="da" aria-current={lang.value === 'da' ? 'true' : undefined}>
            Dansk
          </a>
          <a href={hrefHere({ lang: 'en' })} lang="en" aria-current={lang.value === 'en' ? 'true' : undefined}>
            English
          </a>
          <a href={signInHref()} aria-current={view === 'sign-in' ? 'page' : undefined}>
            {signedIn.value ? (signedIn.value.name ?? signedIn.value.id) : w.signIn}
          </a>
        </span>
        {view !== 'start' && (
          <div role="search" class="find">
            <Search
              label={w.search}
              onPick={({ id }) => {
                const path = pathOf(id);
                if (path) go(href(path));
              }}
            />
          </div>
        )}
        {hasDay.value && unreadable.value.length === 0 && <DateField label={w.day} value={day.value} isToday={asOf.value === null} onPick={pickDay} />}
      </div>
      <nav aria-label={w.menu}>
        {doors.map(([path, text]) => (
          <a key={path} href={href(path)} aria-current={place.value.path === path ? 'page' : undefined}>
            {text}
          </a>
        ))}
      </nav>
    </header>
  );
};

export const App = () => {
  const w = words.value;
  const at = found.value;
  const bad = unreadable.value;
  const Shown = useLoaded(at && bad.length === 0 ? at.view : null, VIEWS);
  useEffect(() => {
    document.documentElement.lang = lang.value;
  }, [lang.value]);
  return (
    <>
      <Header view={at?.view ?? null} />
      <main id="main" tabIndex={-1}>
        {!at ? (
          <UnknownPage />
        ) : bad.length > 0 ? (
          <UnreadableAddress all={bad} />
        ) : Shown ? (
          <Shown key={at.id ?? at.view} id={at.id ?? ''} />
        ) : (
          <p class="waiting">{w.waiting}</p>
        )}
      </main>
      <footer>
        <p>
          {w.siteSays} <a href="/graphiql">{w.forDevelopers}</a> · <a href={href('/entries')}>{w.entriesTitle}</a> ·{' '}
          <a href="/explorer/licenses.txt">{w.licenses}</a>
        </p>
      </footer>
    </>
  );
};
