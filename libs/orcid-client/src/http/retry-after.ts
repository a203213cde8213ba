/** Reads `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3). ORCID sends none today. */
export function millisecondsOf(retryAfter: string | undefined, now = Date.now()): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? undefined : Math.max(at - now, 0);
}
