/** Whether the process can do its work now; each app says what that takes. */
export abstract class Readiness {
  /** Resolves when it can. @throws anything when it cannot */
  abstract check(): Promise<void>;

  /** What somebody should look after although work goes on; in words for operators that may be public. */
  concerns(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }
}
