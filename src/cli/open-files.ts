interface Report {
  userLimits?: { open_files?: { soft: number | 'unlimited' } };
}

/** How many files this process may have open, connections too. */
export const openFiles = (): number => {
  const soft = (process.report?.getReport() as Report | undefined)?.userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : Infinity;
};
