import { RE2JS } from 're2js';

/** The longest in use are a third of it (our choice). */
const LONGEST = 200;
/** A domain that nobody ever has (RFC 6761, section 6.4). */
const NOBODYS = 'x4q7.nobody.invalid';

/**
 * Whether a domain, in whatever letters, is wholly as a pattern of metadata says (`shibmd:Scope regexp="true"`, with its `^` and `$` or without).
 * A stranger wrote the pattern, so it is matched in time that grows with its length and the domain's alone; one that is not
 * understood, is too long, or would allow any domain whatever, allows none.
 */
export function matchesScopePattern(pattern: string, domain: string): boolean {
  if (pattern.length > LONGEST) return false;
  try {
    const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    return compiled.matches(domain) && !compiled.matches(NOBODYS);
  } catch {
    return false;
  }
}
