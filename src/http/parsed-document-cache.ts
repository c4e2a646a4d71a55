import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Characters of all documents that are cached. Parsed, a character takes some 80 bytes. */
const MAX_CHARACTERS = 2 ** 18;

/** Parsed and validated documents, for Apollo: its own store lets them grow to five times its bound. */
export const parsedDocumentCache = () => {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ loc }) => Math.max(loc?.end ?? MAX_CHARACTERS, 1),
  });
  return {
    get: async (key: string): Promise<DocumentNode | undefined> => documents.get(key),
    set: async (key: string, document: DocumentNode): Promise<void> => void documents.set(key, document),
    delete: async (key: string): Promise<boolean> => documents.delete(key),
  };
};
