/**
 * How every process makes its application: a start that fails throws, so that whoever asked for it says why, once, and
 * Nest prints no log lines around it. Whoever makes one calls `flushLogs()` when its logger is set.
 */
export const START_OPTIONS = { bufferLogs: true, autoFlushLogs: false, abortOnError: false } as const;
