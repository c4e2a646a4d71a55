import { RequestRefusal } from '../errors.js';
import type { StreamLimits } from '../settings.js';

const RETRY_S = 10;

/** The streams that are open. */
export interface OpenStreams {
  /** Counts one of an address, until what it returns is called. @throws RequestRefusal where there are as many as may be. */
  begin: (address: string, end: () => void) => () => void;
  endAll: () => void;
}

export const openStreams = ({ each, all }: StreamLimits): OpenStreams => {
  const open = new Map<() => void, string>();
  const refuse = (required: string, given: number): RequestRefusal =>
    new RequestRefusal(503, 'TOO_MANY_STREAMS', 'streams', required, `${given + 1}`, { 'retry-after': String(RETRY_S) });
  return {
    begin: (address, end) => {
      const own = [...open.values()].filter((one) => one === address).length;
      if (own >= each) throw refuse(`at most ${each} open at a time from one address`, own);
      if (open.size >= all) throw refuse(`at most ${all} open at a time`, open.size);
      open.set(end, address);
      return () => void open.delete(end);
    },
    endAll: () => {
      for (const end of open.keys()) end();
    },
  };
};
