import type { SignInWords } from './sign-in-da';

export const signIn: SignInWords = {
  problems: {
    denied: 'Signing in was cancelled at the provider. You are not signed in.',
    refused: 'The provider did not accept the sign-in. Try again: an answer from there is good once, and only for a short time.',
    differs: 'The answer does not belong to a sign-in that was begun in this tab. Begin again.',
    unreachable: 'The provider does not answer. Try again in a moment.',
    unfit: 'The answer of the provider is not as it must be. You are not signed in. Tell whoever runs this site.',
    expired: 'Your access from the provider has expired. Sign in again.',
    notTaken: 'The provider knows you, but you have no access to write here. Ask whoever runs this site.',
    noServer: 'The server does not answer. Try again in a moment.',
    keepsNothing: 'The browser may keep nothing for this site, so signing in with the provider is not possible. A key can be used.',
    stillThere: 'You are signed out here, but the provider does not answer: you may still be signed in there.',
  },
  isMissing: 'Missing: the key.',
  notAKey: 'That is no key: one has 8,000 letters at most, only those from a to z, digits and signs, and no blanks. Was something else copied with it?',
  with: (provider) => `Sign in with ${provider}`,
  withSays: 'You are sent there, and come back to the page that you came from.',
  orPaste: 'Or use a key',
  returning: 'Signing in …',
  back: 'Back to the page that you came from',
};
