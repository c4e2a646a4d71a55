import type { Because } from '../../record/model.js';
import { NOW } from '../../record/time.js';
import type { Correction, Version } from './model.js';

interface Step {
  thing: string;
  at: number;
  was: Version | null;
  is: Version | null;
}

/** What the record knew of each thing before and after each time at which it changed. */
const stepsOf = (versions: readonly Version[]): Step[] => {
  const steps = new Map<string, Step>();
  const at = (thing: string, time: number, change: Partial<Step>): void => {
    const key = `${thing}@${time}`;
    steps.set(key, { thing, at: time, was: null, is: null, ...steps.get(key), ...change });
  };
  for (const version of versions) {
    at(version.id, version.recordedAt, { is: version });
    at(version.id, version.retractedAt, { was: version });
  }
  return [...steps.values()];
};

/** What is gone without a new version was wrong. */
const becauseOf = ({ is }: Step): Because => is?.because ?? 'CORRECTED';

const isCorrection = (step: Step): boolean => ['LEARNT', 'CORRECTED'].includes(becauseOf(step));

/** What was ever learnt or corrected of things, from their versions. */
export const correctionsOf = (versions: readonly Version[]): Correction[] =>
  stepsOf(versions)
    .filter((step) => step.at < NOW && isCorrection(step))
    .map((step) => ({ id: `correction:${step.thing}@${step.at}`, recordedAt: step.at, because: becauseOf(step), was: step.was, is: step.is }));
