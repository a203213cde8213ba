import { IdentityProviderRepository } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';

/** Which identity providers people may choose from. */
@Injectable()
export class Discovery {
  constructor(
    private readonly providers: IdentityProviderRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns the entity id where there is nothing to choose */
  async onlyProvider(institutionId: string): Promise<string | undefined> {
    const search = { text: '', language: 'en', limit: 2, at: this.clock.now() };
    const [first, ...others] = await this.providers.search(institutionId, search);
    return others.length > 0 ? undefined : (first?.entityId ?? '');
  }
}
