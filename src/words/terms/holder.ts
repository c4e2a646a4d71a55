/** Whose term it is: a row names either. */
export const holderOf = ({ body, calendar }: { body: string | null; calendar: string | null }): string => (body ?? calendar) as string;
