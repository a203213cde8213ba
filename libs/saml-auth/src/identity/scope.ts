import type { Provider } from '../provider.ts';

/** The domain behind the last `@`, in small letters. */
export function scopeOf(value: string): string {
  return value.slice(value.lastIndexOf('@') + 1).toLowerCase();
}

/**
 * Whether the provider may speak for the domain (`shibmd:Scope`): exactly, in whatever letters. One that states no scopes
 * speaks for whom it likes; its people are its own all the same, since its name is part of their key.
 */
export function maySpeakFor({ scopes }: Pick<Provider, 'scopes'>, scope: string): boolean {
  return scopes.length === 0 || scopes.some((allowed) => allowed.toLowerCase() === scope);
}
