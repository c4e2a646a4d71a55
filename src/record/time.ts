/** `retractedAt` of what is not retracted. */
export const NEVER = 9_007_199_254_740_991;

/** The state of the record as it is now: everything recorded, nothing retracted. */
export const NOW = NEVER - 1;

export const isVisible = (x: { recordedAt: number; retractedAt: number }, knownAt: number): boolean => x.recordedAt <= knownAt && knownAt < x.retractedAt;
