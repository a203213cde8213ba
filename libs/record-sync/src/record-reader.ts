import { ClientTokenProvider, TokenProvider } from '@ligature/connections';
import { ItemGoneError, SectionCalls } from '@ligature/orcid-client';
import type { PutCode, Section } from '@ligature/orcid-model';
import type { Connection } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { SeenItems } from './seen-items.ts';

/** Reads a record with the token of a connection, or in its client's own name. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly tokens: TokenProvider,
    private readonly clientTokens: ClientTokenProvider,
    private readonly sections: SectionCalls,
  ) {}

  /** The items of all sections. */
  async items(connectionId: string): Promise<SeenItems> {
    return new SeenItems(
      await this.tokens.withAccessToken(connectionId, 'read', (access) => this.sections.itemsOf(access)),
    );
  }

  /** The items of these sections at least: one section where one is enough, else the whole record, in one call either way. */
  async itemsIn(connectionId: string, sections: ReadonlySet<Section>): Promise<SeenItems> {
    const [section, ...others] = sections;
    if (section === undefined || others.length > 0) return this.items(connectionId);
    const listed = await this.tokens.withAccessToken(connectionId, 'read', (access) =>
      this.sections.itemsIn(access, section),
    );
    return new SeenItems(listed);
  }

  /** Whether an item stands at its own address: only that can prove that it is gone (404/9016). */
  async stands(connectionId: string, section: Section, putCode: PutCode): Promise<boolean> {
    try {
      await this.tokens.withAccessToken(connectionId, 'read', (access) => this.sections.read(access, section, putCode));
      return true;
    } catch (error) {
      if (error instanceof ItemGoneError) return false;
      throw error;
    }
  }

  /** What the client of a connection wrote in one section, also where the connection's token reads nothing any more. */
  async itemsOfClientIn(connection: Connection, section: Section): Promise<SeenItems> {
    const listed = await this.clientTokens.withClientToken(connection, (access, options) =>
      this.sections.itemsIn(access, section, options),
    );
    return new SeenItems(listed);
  }
}
