import type { Provider } from '../provider.ts';
import { matchesScopePattern } from './scope-pattern.ts';

/** The domain behind the last `@`, in small letters. */
export function scopeOf(value: string): string {
  return value.slice(value.lastIndexOf('@') + 1).toLowerCase();
}

/**
 * Whether the provider may speak for the domain (`shibmd:Scope`): exactly, in whatever letters, or as a pattern says. One
 * that states no scopes speaks for whom it likes; its people are its own all the same, since its name is part of their key.
 */
export function maySpeakFor(
  { scopes, scopePatterns }: Pick<Provider, 'scopes' | 'scopePatterns'>,
  scope: string,
): boolean {
  const statesNone = scopes.length === 0 && scopePatterns.length === 0;
  return (
    statesNone ||
    scopes.some((allowed) => allowed.toLowerCase() === scope) ||
    scopePatterns.some((pattern) => matchesScopePattern(pattern, scope))
  );
}
