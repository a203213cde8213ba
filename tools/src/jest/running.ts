/** What the run's global setup started, for its global teardown. */
export const running: { stop?: () => Promise<void> } = {};
