/**
 * Whether a requested address is one that the client has registered. By prefix, as the old server did (SO:
 * OrcidOauthRedirectResolver): everything but the path must be equal, the path must begin with the registered one, and
 * the query does not count.
 */
export function isRegistered(requested: string, registered: readonly string[], matching: 'prefix' | 'exact'): boolean {
  if (matching === 'exact') return registered.includes(requested);
  const wanted = URL.parse(requested);
  return wanted !== null && registered.some((known) => startsWith(wanted, URL.parse(known)));
}

function startsWith(wanted: URL, known: URL | null): boolean {
  return (
    known !== null &&
    wanted.protocol === known.protocol &&
    wanted.username === known.username &&
    wanted.password === known.password &&
    wanted.host === known.host &&
    wanted.pathname.startsWith(known.pathname)
  );
}
