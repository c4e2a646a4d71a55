import { userInfo } from 'node:os';
import type { Actor } from '../record/actor.js';

const userName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'nobody');
  }
};

/** Who runs a command: whoever has the data folder may do all. */
export const localActor = (): Actor => {
  const user = userName();
  return { id: `local:${user}`, name: user, role: 'ADMIN', bodies: null };
};
