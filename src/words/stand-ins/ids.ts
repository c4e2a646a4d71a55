import { appointmentId } from '../appointments/ids.js';

/** The node to which a stand-in leads: the appointment of the seat, or the office. */
export const stoodInFor = ({ holder, office }: { holder: string | null; office: string | null }): string =>
  holder === null ? (office as string) : appointmentId(holder);
