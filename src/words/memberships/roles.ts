export const ROLES = [
  'CHAIR',
  'VICE_CHAIR',
  'CO_CHAIR',
  'CHAIRMANSHIP',
  'MEMBER',
  'REPRESENTATIVE',
  'SUBSTITUTE',
  'OBSERVER',
  'MAYOR',
  'DEPUTY_MAYOR',
  'ALDERMAN',
  'COUNCILLOR',
  'COMMITTEE_CHAIR',
  'DIRECTOR',
  'EMPLOYEE',
  'UNSTATED',
] as const;
export type Role = (typeof ROLES)[number];
