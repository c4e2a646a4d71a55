import type { Because } from '../generated/api.js';

/** What an act wrote, as the API tells it. */
export interface Made {
  act: number;
  because: Because;
  node: { id: string } | null;
  was: { id: string } | null;
}

export const lineOfMade = ({ because, node, was }: Made): string => `${because.toLowerCase()} ${node ? node.id : `${was?.id ?? ''}, which is no longer so`}`;
