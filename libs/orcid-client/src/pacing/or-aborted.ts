/** Waits for something that others wait for too: the signal ends the waiting, not the thing. @throws the signal's reason */
export function orAborted<T>(shared: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    const stay = (): void => {
      signal.removeEventListener('abort', leave);
    };
    shared.then(resolve, reject).finally(stay);
  });
}
