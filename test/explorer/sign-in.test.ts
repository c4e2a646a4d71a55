// Signing in with an OpenID provider, in a real browser, with a real one on loopback that checks what it is shown.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { type Explorer, type Language, SPOKEN, startExplorer, whole } from './explorer.js';
import { emptyGraph, seededGraph } from '../world.js';
import { AUDIENCE, CLIENT, type Manner, type Provider, startProvider } from './provider.js';

const KKR = '/bodies/kkr-syddanmark?asOf=2022-06-21&lang=';

const WORDS = {
  da: {
    signIn: 'Log ind',
    with: /^Log ind hos 127\.0\.0\.1:\d+$/,
    signOut: 'Log ud',
    token: 'Adgangsnøgle',
    denied: 'Login blev afbrudt hos udbyderen. Du er ikke logget ind.',
    refused: /^Udbyderen godtog ikke login/,
    differs: /^Svaret hører ikke til et login, der er begyndt her/,
    unreachable: 'Udbyderen svarer ikke. Prøv igen om lidt.',
    unfit: /^Udbyderens svar er ikke, som det skal være/,
    expired: 'Din adgang fra udbyderen er udløbet. Log ind igen.',
    notTaken: /^Udbyderen kender dig, men du har ikke adgang til at skrive her/,
    stillThere: /^Du er logget ud her, men udbyderen svarer ikke/,
    unknownKey: /^Serveren kender ikke den nøgle/,
    edit: 'Ret: Mads Skau',
    change: /^Ændring/,
    end: 'Pladsen slutter',
    lastDay: 'Sidste dag',
    cause: 'Hvorfor slutter pladsen?',
    resigned: 'trak sig',
    check: 'Se, hvad der følger',
    write: 'Skriv i registret',
    written: 'Det er skrevet. Se Indførsel ',
    undo: 'Fortryd',
    whyUndo: 'Hvorfor fortryder du?',
    undone: 'Det er fortrudt.',
  },
  en: {
    signIn: 'Sign in',
    with: /^Sign in with 127\.0\.0\.1:\d+$/,
    signOut: 'Sign out',
    token: 'Access key',
    denied: 'Signing in was cancelled at the provider. You are not signed in.',
    refused: /^The provider did not accept the sign-in/,
    differs: /^The answer does not belong to a sign-in that was begun in this tab/,
    unreachable: 'The provider does not answer. Try again in a moment.',
    unfit: /^The answer of the provider is not as it must be/,
    expired: 'Your access from the provider has expired. Sign in again.',
    notTaken: /^The provider knows you, but you have no access to write here/,
    stillThere: /^You are signed out here, but the provider does not answer/,
    unknownKey: /^The server does not know that key/,
    edit: 'Edit: Mads Skau',
    change: /^Change/,
    end: 'The seat ends',
    lastDay: 'Last day',
    cause: 'Why does the seat end?',
    resigned: 'resigned',
    check: 'See what follows',
    write: 'Write to the record',
    written: 'It is written. See Entry ',
    undo: 'Undo',
    whyUndo: 'Why do you undo it?',
    undone: 'It is undone.',
  },
} as const;

/** What the provider does, and what is told of it. */
const PROBLEMS: readonly (readonly [what: string, manner: Manner, told: keyof (typeof WORDS)['da']])[] = [
  ['an error instead of a code', { error: 'server_error' }, 'refused'],
  ['another state', { state: 'another' }, 'differs'],
  ['the answer of another provider', { from: 'https://evil.example' }, 'unfit'],
  ['a code that was used', { isSpent: true }, 'refused'],
  ['a code for another verifier', { isOtherChallenge: true }, 'refused'],
  ['an id token for another sign-in', { nonce: 'another' }, 'unfit'],
  ['no id token', { withoutIdToken: true }, 'unfit'],
  ['an access token for another server', { audience: 'other.example' }, 'notTaken'],
  ['an access token for the page itself, as an id token is', { audience: CLIENT }, 'notTaken'],
  ['an access token of nobody with a role', { claims: {} }, 'notTaken'],
  ['an access token with a role that there is not', { claims: { mandat_role: 'owner' } }, 'notTaken'],
  ['an access token that is over', { lifetime: -120 }, 'expired'],
];

const EACH = [
  ['da', 390, 'RS256'],
  ['en', 1280, 'ES256'],
] as const;

describe.each(EACH.filter(([lang]) => SPOKEN.includes(lang)))('in %s at %i px, with tokens by %s', (lang: Language, width, alg) => {
  const w = WORDS[lang];
  let provider: Provider & { jwks: URL };
  let explorer: Explorer;
  beforeAll(async () => {
    provider = await startProvider(alg);
    const { issuer, jwks } = provider;
    explorer = await startExplorer({ jwks, issuer, audience: AUDIENCE, folder: null }, { issuer, client: CLIENT, scope: 'openid profile' }, seededGraph);
  }, 300_000);
  afterAll(async () => {
    await explorer.close();
    await provider.close();
  });
  let page: Page;
  afterEach(async () => {
    provider.manner = {};
    await page.context().close();
    explorer.said();
  });

  /** From the page where one signs in to that of the provider. */
  const leaveAt = async (path: string): Promise<void> => {
    provider.asked = [];
    page = await explorer.open(path + lang, width);
    if (path === KKR) await page.getByRole('link', { name: w.signIn, exact: true }).click();
    await page.getByRole('button', { name: w.with }).click();
    await page.getByRole('link', { name: 'Yes' }).waitFor();
  };
  const leave = (): Promise<void> => leaveAt(KKR);
  const sayYes = async (path = KKR): Promise<void> => {
    await leaveAt(path);
    await page.getByRole('link', { name: 'Yes' }).click();
  };
  const kept = (): Promise<string[]> => page.evaluate<string[]>('Object.keys(sessionStorage)');
  const isSignedOut = async (): Promise<void> => {
    await page.getByRole('button', { name: w.with }).waitFor();
    expect([await kept(), await page.getByRole('link', { name: 'Karen' }).count()]).toEqual([[], 0]);
    expect(page.url()).not.toMatch(/code=|state=/);
  };
  const checkAnd = async (button: string): Promise<void> => {
    await page.getByRole('button', { name: w.check }).click();
    await page.getByRole('button', { name: button, exact: true }).last().click();
  };

  test('who says yes comes back to the page they came from, and writes as who they are', async () => {
    await sayYes();
    await page.waitForURL(explorer.address + KKR + lang);
    await whole(page);
    await page.getByRole('link', { name: 'Karen' }).waitFor();
    const [asked, exchanged] = provider.asked;
    expect(asked?.params).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${explorer.address}/sign-in`,
      scope: 'openid profile',
    });
    expect([exchanged?.answered, Object.keys(exchanged?.params ?? {}).sort()]).toEqual([
      200,
      ['client_id', 'code', 'code_verifier', 'grant_type', 'redirect_uri'],
    ]);
    expect(await kept()).toEqual(['mandat-token']);
    await page.reload();
    await page.getByRole('link', { name: w.edit }).first().click();
    await page.getByLabel(w.change).check();
    await page.getByLabel(w.end, { exact: true }).check();
    await page.getByLabel(w.lastDay, { exact: true }).fill('30.6.2022');
    await page.getByLabel(w.cause).selectOption({ label: w.resigned });
    await checkAnd(w.write);
    await page.getByText(w.written).waitFor();
    await page.getByRole('button', { name: w.undo }).click();
    await page.getByLabel(w.whyUndo).fill('en prøve');
    await checkAnd(w.undo);
    await page.getByText(w.undone).waitFor();
    await page.goto(`${explorer.address}/entries?show=log&lang=${lang}`);
    await page.getByText('Karen').nth(1).waitFor();
    expect(explorer.said()).toEqual([]);
  });

  test('a code is good once, and an answer in one tab alone', async () => {
    await leave();
    const answer = (await page.getByRole('link', { name: 'Yes' }).getAttribute('href')) ?? '';
    await page.getByRole('link', { name: 'Yes' }).click();
    await page.getByRole('link', { name: 'Karen' }).waitFor();
    const { params } = provider.asked.find(({ path }) => path === '/token') ?? { params: {} };
    expect((await fetch(`${provider.issuer}/token`, { method: 'POST', body: new URLSearchParams(params) })).status).toBe(400);
    const other = await explorer.open(new URL(answer).pathname + new URL(answer).search, width);
    await other.getByText(WORDS.da.differs).waitFor();
    expect(await other.evaluate<number>('sessionStorage.length')).toBe(0);
    await other.context().close();
  });

  test('what the provider makes for the page itself lets nobody write', async () => {
    await sayYes();
    await page.getByRole('link', { name: 'Karen' }).click();
    await page.getByRole('button', { name: w.signOut }).click();
    await page.getByRole('button', { name: w.with }).waitFor();
    await page.getByLabel(w.token).fill(provider.tokens['id_token'] ?? '');
    await page.getByRole('button', { name: w.signIn, exact: true }).click();
    await page.getByText(w.unknownKey).waitFor();
  });

  test('who signs out is signed out here and there', async () => {
    await sayYes();
    await page.getByRole('link', { name: 'Karen' }).click();
    await page.getByRole('button', { name: w.signOut }).click();
    await page.waitForURL(`${explorer.address}/sign-in?lang=${lang}`);
    await page.getByRole('button', { name: w.with }).waitFor();
    expect(provider.asked.at(-1)).toMatchObject({ path: '/sign-out', params: { client_id: CLIENT, post_logout_redirect_uri: `${explorer.address}/sign-in` } });
    expect(await kept()).toEqual([]);
  });

  test('who says no is told so', async () => {
    await leave();
    await page.getByRole('link', { name: 'No' }).click();
    await page.getByRole('alert').filter({ hasText: w.denied }).waitFor();
    await isSignedOut();
  });

  const problems = lang === 'en' ? PROBLEMS : PROBLEMS.filter(([, , told], at) => PROBLEMS.findIndex((one) => one[2] === told) === at);
  test.each(problems)('%s is told, and signs nobody in', async (_, manner, told) => {
    provider.manner = manner;
    await sayYes('/sign-in?lang=');
    await page.getByRole('alert').filter({ hasText: w[told] }).waitFor();
    await isSignedOut();
  });

  test('a provider that is not there is told: before, between and after', async () => {
    await leave();
    provider.manner = { isDown: true };
    await page.getByRole('link', { name: 'Yes' }).click();
    await page.getByRole('alert').filter({ hasText: w.unreachable }).waitFor();
    await page.getByRole('button', { name: w.with }).click();
    await page.getByRole('alert').filter({ hasText: w.unreachable }).waitFor();
    await isSignedOut();
    provider.manner = {};
    await page.getByRole('button', { name: w.with }).click();
    await page.getByRole('link', { name: 'Yes' }).click();
    await page.waitForURL(explorer.address + KKR + lang);
    await page.getByRole('link', { name: 'Karen' }).click();
    await page.getByRole('button', { name: w.signOut }).waitFor();
    await provider.close();
    await page.getByRole('button', { name: w.signOut }).click();
    await page.getByRole('alert').filter({ hasText: w.stillThere }).waitFor();
    await page.getByRole('button', { name: w.with }).click();
    await page.getByRole('alert').filter({ hasText: w.unreachable }).waitFor();
    await isSignedOut();
  });
});

test('the page is told of the provider by the server, and may ask that one host alone', async () => {
  const of = async (provider: { issuer: string; client: string; scope: string } | null) => {
    const explorer = await startExplorer(undefined, provider, emptyGraph);
    try {
      const policy = (await fetch(explorer.address)).headers.get('content-security-policy') ?? '';
      return [policy.split(';').find((part) => part.startsWith('connect-src')), await (await fetch(`${explorer.address}/explorer/sign-in.json`)).json()];
    } finally {
      await explorer.close();
    }
  };
  const provider = { issuer: 'https://login.example/realms/denmark', client: CLIENT, scope: 'openid' };
  expect(await of(provider)).toEqual(["connect-src 'self' https://login.example", provider]);
  expect(await of(null)).toEqual(["connect-src 'self'", null]);
});
