/** The own part of an id, after what it is of: `mads-skau` of `person:mads-skau`. */
export const ownPart = (id: string): string => id.slice(id.indexOf(':') + 1);
