import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Letters of all operations that are kept. Parsed, a letter takes some 80 bytes. */
const LETTERS = 2 ** 18;

/** Parsed and validated operations, for Apollo: its own store lets them grow to five times its bound. */
export const keptDocuments = () => {
  const documents = new LRUCache<string, DocumentNode>({ maxSize: LETTERS, sizeCalculation: ({ loc }) => Math.max(loc?.end ?? LETTERS, 1) });
  return {
    get: async (key: string): Promise<DocumentNode | undefined> => documents.get(key),
    set: async (key: string, document: DocumentNode): Promise<void> => void documents.set(key, document),
    delete: async (key: string): Promise<boolean> => documents.delete(key),
  };
};
