/** What is asked: a name of ours, what it depends on beside the graph, and the state of the record. */
export interface Question {
  name: string;
  params: unknown;
  knownAt: number;
}

/** Answers a question with what it was answered before at the same revision, else with what is made, which is plain JSON. */
export type Kept = <T>(question: Question, make: () => Promise<T>) => Promise<T>;

/** Keeps nothing. */
export const notKept: Kept = (_, make) => make();
