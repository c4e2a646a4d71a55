import { href } from '../address';
import { editWords } from '../words/edit';

/** Why nothing is shown to who is not signed in, and where to do so. */
export const SignInFirst = ({ says }: { says: string }) => (
  <p>
    {says} <a href={href('/sign-in')}>{editWords.value.signIn}</a>
  </p>
);
