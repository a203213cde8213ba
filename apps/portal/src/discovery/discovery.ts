import { IdentityProviderRepository, type ListedProvider } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';

/** What somebody looks for, and where the page before ended. */
export interface ProviderQuery {
  readonly text: string;
  readonly language: string;
  readonly after?: string | undefined;
}

export interface Found {
  readonly providers: readonly ListedProvider[];
  /** Where the next page begins. */
  readonly next?: string;
}

const PAGE = 20;

/** Which identity providers people may choose from. */
@Injectable()
export class Discovery {
  constructor(
    private readonly providers: IdentityProviderRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns the entity id where there is nothing to choose; empty where there is no provider at all */
  async onlyProvider(institutionId: string): Promise<string | undefined> {
    const search = { text: '', language: 'en', limit: 2, at: this.clock.now() };
    const [first, ...others] = await this.providers.search(institutionId, search);
    return others.length > 0 ? undefined : (first?.entityId ?? '');
  }

  async search(institutionId: string, given: ProviderQuery): Promise<Found> {
    const found = await this.providers.search(institutionId, { ...given, limit: PAGE + 1, at: this.clock.now() });
    const providers = found.slice(0, PAGE);
    const next = found.length > PAGE ? providers.at(-1)?.entityId : undefined;
    return { providers, ...(next !== undefined && { next }) };
  }

  /** A provider by its name for people; undefined when it is not trusted, or no longer. */
  async named(institutionId: string, entityId: string, language: string): Promise<ListedProvider | undefined> {
    const trusted = await this.providers.find(institutionId, entityId, this.clock.now());
    if (trusted === null) return undefined;
    const { displayName, displayNames } = trusted.provider;
    return { entityId, displayName: displayNames[language] ?? displayName };
  }
}
