import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Where the file says which of its two images counts, each with a checksum behind it. */
const SLOTS = [4_096, 8_192];
const SLOT_BYTES = 80;

/**
 * Looks at what the engine does not tell: where the words on its newer image are damaged it opens the older one, in which later writes are missing.
 * @throws Error where they are
 */
export const requireSlots = (path: string): void => {
  const file = openSync(path, 'r');
  try {
    for (const at of SLOTS) {
      const slot = Buffer.alloc(SLOT_BYTES + 4);
      readSync(file, slot, 0, slot.length, at);
      const isUnused = slot.every((byte) => byte === 0);
      if (!isUnused && crc32(slot.subarray(0, SLOT_BYTES)) !== slot.readUInt32LE(SLOT_BYTES))
        throw new Error(`the file ${path} is damaged at byte ${at}: image header checksum mismatch`);
    }
  } finally {
    closeSync(file);
  }
};
