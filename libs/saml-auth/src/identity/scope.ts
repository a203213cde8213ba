import type { Provider } from '../provider.ts';
import { matchesScopePattern } from './scope-pattern.ts';

/** The domain behind the last `@`, in small letters. */
export function scopeOf(value: string): string {
  return value.slice(value.lastIndexOf('@') + 1).toLowerCase();
}

type StatedScopes = Pick<Provider, 'scopes' | 'scopePatterns'>;

/**
 * Whether the provider may name people in the domain. One that states no scopes may name them as it likes: its people are
 * its own all the same, since its name is part of their key.
 */
export function maySpeakFor(provider: StatedScopes, scope: string): boolean {
  const statesNone = provider.scopes.length === 0 && provider.scopePatterns.length === 0;
  return statesNone || statesScope(provider, scope);
}

/** Whether the domain is one of the provider's (`shibmd:Scope`): exactly, in whatever letters, or as a pattern says. */
export function statesScope({ scopes, scopePatterns }: StatedScopes, scope: string): boolean {
  return (
    scopes.some((allowed) => allowed.toLowerCase() === scope) ||
    scopePatterns.some((pattern) => matchesScopePattern(pattern, scope))
  );
}
