import { hash } from 'node:crypto';

/** Of a text, by which it is known again and not read. */
export const digestOf = (salt: string, text: string): string => hash('sha256', `${salt}\n${text}`, 'base64url');
