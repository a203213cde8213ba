import { TokenProvider } from '@ligature/connections';
import { ItemGoneError, SectionCalls } from '@ligature/orcid-client';
import type { PutCode, Section } from '@ligature/orcid-model';
import { Injectable } from '@nestjs/common';

/** Second copies of one item: a lost answer and a second try. They belong to no row, so nothing is kept of their removal. */
@Injectable()
export class SurplusItems {
  constructor(
    private readonly tokens: TokenProvider,
    private readonly sections: SectionCalls,
  ) {}

  async remove(connectionId: string, section: Section, putCodes: readonly PutCode[]): Promise<void> {
    for (const putCode of putCodes) {
      await this.tokens
        .withAccessToken(connectionId, 'removal', (access) => this.sections.remove(access, section, putCode))
        .catch(unlessGone);
    }
  }
}

/** A list that lags shows what was removed before. */
function unlessGone(error: unknown): void {
  if (!(error instanceof ItemGoneError)) throw error;
}
