/** Resolves when this process gets a signal to stop, or when whoever started it is gone. A second signal changes nothing. */
export function untilStopped(): Promise<string> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        resolve(signal === 'SIGINT' ? 'Ctrl-C' : signal);
      });
    }
    setInterval(() => {
      if (process.ppid !== parent) resolve('Whoever started this is gone');
    }, 500).unref();
  });
}
