import type { Provider } from './provider.ts';

/** Which providers an institution trusts; the app provides it. */
export abstract class ProviderDirectory {
  abstract find(institutionId: string, entityId: string): Promise<Provider | undefined>;
}
