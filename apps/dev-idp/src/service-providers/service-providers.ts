import { MessageRefusedError } from '../saml/message-refused.error.ts';
import { type FetchedServiceProvider, type GivenServiceProvider, type ServiceProviderEntry } from '../settings.ts';
import { readServiceProviderMetadata } from './service-provider-metadata.ts';
import { type AssertionConsumer, type ServiceProvider } from './service-provider.ts';

/** A service provider under development starts after us, restarts and changes its keys: so its metadata is asked each time. */
export class ServiceProviders {
  readonly #entries: ReadonlyMap<string, ServiceProviderEntry>;
  readonly #lastSeen = new Map<string, ServiceProvider>();

  constructor(entries: readonly ServiceProviderEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entry.entityId, entry]));
  }

  async find(entityId: string): Promise<ServiceProvider> {
    const entry = this.#entries.get(entityId);
    if (!entry) throw new MessageRefusedError(`The service provider ${entityId} is not in the settings.`);
    return 'metadataUrl' in entry ? this.#fetched(entry) : given(entry);
  }

  /** Where our forms may lead, for the content security policy. */
  get origins(): string[] {
    const addresses = [...this.#entries.values()].flatMap((entry) =>
      'metadataUrl' in entry
        ? [entry.metadataUrl]
        : [...entry.acsUrls, entry.sloUrl].filter((url) => url !== undefined),
    );
    const seen = [...this.#lastSeen.values()].flatMap(({ acs, logout }) => [
      ...acs.map(({ url }) => url),
      ...(logout ? [logout.url, logout.responseUrl] : []),
    ]);
    return [...new Set([...addresses, ...seen].map((url) => new URL(url).origin))];
  }

  async #fetched({ entityId, metadataUrl }: FetchedServiceProvider): Promise<ServiceProvider> {
    const lastSeen = this.#lastSeen.get(entityId);
    try {
      const found = readServiceProviderMetadata(await textAt(metadataUrl));
      if (found.entityId !== entityId) throw new Error(`it describes ${found.entityId}`);
      this.#lastSeen.set(entityId, found);
      return found;
    } catch (fault) {
      if (lastSeen) return lastSeen;
      throw unreadable(entityId, metadataUrl, fault);
    }
  }
}

async function textAt(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
  if (!answer.ok) throw new Error(`the answer was ${answer.status}`);
  return answer.text();
}

function unreadable(entityId: string, url: string, fault: unknown): MessageRefusedError {
  const reason = fault instanceof Error ? fault.message : String(fault);
  return new MessageRefusedError(`The metadata of ${entityId} at ${url} cannot be used: ${reason}.`, 502);
}

function given(entry: GivenServiceProvider): ServiceProvider {
  const [first, ...others] = entry.acsUrls;
  return {
    entityId: entry.entityId,
    acs: [consumer(first), ...others.map(consumer)],
    logout: entry.sloUrl ? { binding: 'redirect', url: entry.sloUrl, responseUrl: entry.sloUrl } : undefined,
    signsRequests: false,
    signingCertificates: entry.signingCertificate ? [entry.signingCertificate] : [],
    encryptionCertificate: entry.encryptionCertificate,
  };
}

function consumer(url: string): AssertionConsumer {
  return { url, index: undefined, isDefault: false };
}
