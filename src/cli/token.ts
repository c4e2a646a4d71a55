import { hash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { signedByFolder } from '../http/identity/own-key.js';
import { ACTOR_ROLES, type ActorRole, roleOf, spelt } from '../record/actor.js';
import { isBodyId } from '../record/ids.js';
import { wordsOfId } from '../words/names/fold.js';
import { readConfig } from './config.js';
import { Refusal } from './refusal.js';

const ROLES = ACTOR_ROLES.map(spelt).join(', ');
const MOST_DAYS = 3_660;
const DAY_MS = 86_400_000;

const HELP = `mandat token --role R --name N [--body ID …] [--days N]: prints a token for who writes, by the key of the data folder

  --role   ${ROLES}
  --name   what they are called; the token's \`sub\` is made of it
  --body   the id of a body that an editor may write, with all that is part of it; again for each. Without it: all
  --days   how long it is valid, from 1 to ${MOST_DAYS}; 30 where it is not given

The key is kept in MANDAT_DATA (.mandat), also where Neo4j is the engine, and made there at first; servers with that folder take the token, those that
run too. It is sent in the header \`Authorization: Bearer …\`. Who can read the key can sign for anybody: to take all its tokens back, remove it.`;

const required = (option: string, what: string, given: string | undefined): Refusal =>
  new Refusal(`--${option}: required: ${what}; given: ${given ?? 'nothing'}`, 2);

const requireRole = (given: string | undefined): ActorRole => {
  const role = roleOf(given);
  if (!role) throw required('role', `one of ${ROLES}`, given);
  return role;
};

const requireDays = (given: string): number => {
  const days = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  if (days < 1 || days > MOST_DAYS) throw required('days', `a number from 1 to ${MOST_DAYS}`, given);
  return days;
};

const requireBodies = (given: readonly string[]): readonly string[] => {
  const wrong = given.find((id) => !isBodyId(id));
  if (wrong !== undefined) throw required('body', 'the id of a body, such as body:kkr-syddanmark', wrong);
  return given;
};

/** In the house form of ids; of a name without letters that it has, by a digest. */
const subjectOf = (name: string): string => {
  const words = wordsOfId(name).join('-');
  return `actor:${/^[a-z0-9-]+$/.test(words) ? words : hash('sha256', name, 'hex').slice(0, 16)}`;
};

/** @throws Refusal that says what is wrong with the folder, or with the key in it. */
const refuseFolder =
  (folder: string) =>
  (error: unknown): never => {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall) throw new Refusal(`MANDAT_DATA: required: a folder that can be made and written; given: ${folder} (${code ?? syscall})`);
    throw new Refusal(`MANDAT_DATA: required: a folder whose token-key.json is a key that its owner alone can read, or is not there; given: ${folder}`);
  };

export const token = async (args: string[]): Promise<number> => {
  const text = { type: 'string' } as const;
  const options = { role: text, name: text, body: { ...text, multiple: true }, days: { ...text, default: '30' }, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args, options });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { folder } = readConfig().identity;
  const role = requireRole(values.role);
  const name = values.name?.trim();
  if (!name) throw required('name', 'what who writes is called', values.name);
  const bodies = values.body && requireBodies(values.body);
  const days = requireDays(values.days);
  if (!folder) throw new Refusal('MANDAT_DATA: required: a folder, in which the key is kept; given: memory');
  const sub = subjectOf(name);
  const from = new Date();
  const until = new Date(from.getTime() + days * DAY_MS);
  const claims = { sub, name, mandat_role: spelt(role), ...(bodies && { mandat_bodies: bodies }) };
  console.log(await signedByFolder(folder, claims, from, until).catch(refuseFolder(folder)));
  console.error(
    `For ${sub}, ${spelt(role)} of ${bodies ? bodies.join(', ') : 'all bodies'}, until ${until.toISOString()}, on servers with the folder ${folder}.`,
  );
  return 0;
};
