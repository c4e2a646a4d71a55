import type { Graph } from '../graph/port.js';
import type * as graphs from './graph.js';

/** Who waits for what a command says. */
export interface Caller {
  /** The answer, of one line or several. */
  print: (text: string) => void;
  /** What is said beside it. */
  tell: (line: string) => void;
  /** Nobody waits any longer; its reason is why. */
  gone: AbortSignal;
}

/** What a command does with the graph: in its own process, or in that of the server that has the graph open. What it is asked is JSON. */
export interface Work<Asked> {
  name: string;
  /** What others that wait for it are told. */
  title: (asked: Asked) => string;
  /** One at a time does it. */
  writes: boolean;
  /** How the graph is opened where no server has it: nothing of that is loaded where one has. */
  open: keyof typeof graphs;
  /** Does it, and returns the exit code. */
  run: (graph: Graph, asked: Asked, caller: Caller) => Promise<number>;
}

/** The terminal of this process, which waits until the end. */
export const terminal: Caller = {
  print: (text) => console.log(text),
  tell: (line) => console.error(line),
  gone: new AbortController().signal,
};
