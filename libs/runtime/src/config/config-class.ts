import type { z } from 'zod';

/** Where the process runs: production is strict about https and secrets, the other two are for people and tests. */
export type Mode = 'production' | 'development' | 'test';

export type Variables = Record<string, z.ZodType>;

export type ValuesOf<V extends Variables> = { readonly [Name in keyof V]: z.output<V[Name]> };

/**
 * The configuration of one library: the environment variables it reads, each with its rule and description, and the
 * values it makes of them. The class itself is the injection token.
 *
 * @example
 * export class PortalConfig {
 *   static readonly title = 'Portal';
 *   static readonly variables = { PORTAL_URL: httpUrl().describe('Address researchers use.') };
 *   readonly url: URL;
 *   constructor(values: ValuesOf<typeof PortalConfig.variables>) { this.url = values.PORTAL_URL; }
 * }
 */
export interface ConfigClass<T = object> {
  /** Given what `ValuesOf` makes of its own variables, and nothing else: `readConfigs` sees to that. */
  new (values: never, mode: Mode): T;
  /** Heading in the environment reference. */
  readonly title: string;
  readonly variables: Variables;
  /** What is wrong with the values taken together, each fault naming its variables; run only when each alone is right. */
  faults?(values: never, mode: Mode): string[];
}
