import { signInHref } from '../edit/sign-in-link';
import { editWords } from '../words/edit';

/** Why nothing is shown to who is not signed in, and where to do so. */
export const SignInFirst = ({ says }: { says: string }) => (
  <p>
    {says} <a href={signInHref()}>{editWords.value.signIn}</a>
  </p>
);
