import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

/** Where the file says which of its two images counts, each with a checksum behind it. */
const SLOTS = [4_096, 8_192];
const SLOT_BYTES = 80;

const AT_ONCE = 2 ** 20;

const withFile = <T>(path: string, work: (file: number) => T): T => {
  const file = openSync(path, 'r');
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
};

/**
 * Looks at what the engine does not tell: where the words on its newer image are damaged it opens the older one, in which later writes are missing.
 * @throws Error where they are
 */
export const requireSlots = (path: string): void =>
  withFile(path, (file) => {
    for (const at of SLOTS) {
      const slot = Buffer.alloc(SLOT_BYTES + 4);
      readSync(file, slot, 0, slot.length, at);
      const isUnused = slot.every((byte) => byte === 0);
      if (!isUnused && crc32(slot.subarray(0, SLOT_BYTES)) !== slot.readUInt32LE(SLOT_BYTES))
        throw new Error(`the file ${path} is damaged at byte ${at}: image header checksum mismatch`);
    }
  });

/** Where the checksum of the whole file stands while nobody has it open: most bytes that are flipped in it the engine does not notice. */
const checksumPath = (path: string): string => `${path}.crc32`;

const checksumOf = (path: string): string =>
  withFile(path, (file) => {
    const bytes = Buffer.alloc(AT_ONCE);
    let sum = 0;
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) sum = crc32(bytes.subarray(0, read), sum);
    return sum.toString(16).padStart(8, '0');
  });

const keptChecksum = (path: string): string | null => (existsSync(checksumPath(path)) ? readFileSync(checksumPath(path), 'utf8').trim() : null);

/**
 * Of a file that was not closed nothing says how it was; one that another process opens meanwhile is that process's to look at.
 * @throws Error where the file is not as it was when it was closed
 */
export const requireChecksum = (path: string): void => {
  const kept = keptChecksum(path);
  if (kept !== null && kept !== checksumOf(path) && kept === keptChecksum(path))
    throw new Error(`the file ${path} is damaged: it is not as it was when it was closed`);
};

/** Where it stands which opening of the file was the last. */
const openingPath = (path: string): string => `${path}.open`;

/**
 * What stands beside a file is written only where there is one.
 * @throws Error where the file itself is gone
 */
export const requireNoneBefore = (path: string): void => {
  if ([checksumPath, openingPath].some((beside) => existsSync(beside(path))))
    throw new Error(`the file ${path} is damaged: it is missing, and what was kept beside it is there`);
};

/** Once the engine has the file open, which it then writes. Returns what tells this opening from others. */
export const beginWriting = (path: string): string => {
  const opening = randomUUID();
  rmSync(checksumPath(path), { force: true });
  withFile(dirname(path), fsyncSync);
  try {
    writeFileSync(openingPath(path), opening);
  } catch {
    // Without room for it there is no checksum in the end.
    rmSync(openingPath(path), { force: true });
  }
  return opening;
};

/** Once the engine has closed the file: unless another process has opened it since. */
export const keepChecksum = (path: string, opening: string): void => {
  const checksum = checksumOf(path);
  if (!existsSync(openingPath(path)) || readFileSync(openingPath(path), 'utf8') !== opening) return;
  writeFileSync(checksumPath(path), `${checksum}\n`);
  rmSync(openingPath(path));
};
