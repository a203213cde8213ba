const LONGEST_MS = 30_000;

/**
 * How long to wait before the next try: exponential back-off with full jitter, so that processes that failed together do
 * not come back together (our choice), and never less than ORCID asks for.
 * @param attempt the try that failed, from 1 on
 */
export function backOff(
  attempt: number,
  { firstMs, askedMs = 0 }: { readonly firstMs: number; readonly askedMs?: number | undefined },
  random: () => number = Math.random,
): number {
  const longest = Math.min(firstMs * 2 ** (attempt - 1), LONGEST_MS);
  return Math.max(random() * longest, askedMs);
}
