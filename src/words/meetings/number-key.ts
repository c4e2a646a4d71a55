const NUMBER = /\d+/g;

/** Numbers as wide as each other, so that 3.10 comes after 3.9. */
export const numberKey = (number: string | undefined): string => (number ?? '~').replace(NUMBER, (digits) => digits.padStart(6, '0'));
