/** A seat's own id, or that of a rule and of the seat by virtue of which it is held. */
export const isMembershipId = (id: string): boolean => /^(rule:[^:]+:)?membership:/.test(id);

export const isAppointmentId = (id: string): boolean => id.startsWith('appointment:');
export const appointmentId = (membership: string): string => `appointment:${membership}`;
export const membershipId = (appointment: string): string => appointment.slice('appointment:'.length);

/** The node that stands for a thing: a seat is an edge, and found by its appointment. */
export const nodeIdOf = (id: string): string => (isMembershipId(id) ? appointmentId(id) : id);
