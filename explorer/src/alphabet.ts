/** Names in Danish order. Made once: hundreds are compared with each other. */
export const byAlphabet = new Intl.Collator('da').compare;
