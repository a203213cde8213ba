/** One employment as the local ORCID keeps it. */
export interface RecordedItem {
  readonly putCode: number;
  readonly section: string;
  /** Who wrote it: a client, or the person. */
  readonly source: { readonly kind: 'client'; readonly id: string } | { readonly kind: 'person' };
  readonly content: {
    readonly 'role-title'?: string;
    readonly 'end-date'?: object | null;
    readonly 'external-ids'?: unknown;
  };
}

export interface RecordedPerson {
  readonly orcid: string;
  readonly items: readonly RecordedItem[];
  readonly tokens: readonly { readonly revoked: unknown; readonly scopes: readonly string[] }[];
}

export interface ReceivedCall {
  readonly method: string;
  readonly url: string;
  /** Whose credentials or token came with it. */
  readonly clientId?: string;
}

/** What the outside world does and sees at the local ORCID, without a browser. */
export class OrcidSandboxAdmin {
  constructor(private readonly site: string) {}

  /** @param key the person's situation, as in test/fixtures/orcid-sandbox.json */
  record(key: string): Promise<RecordedPerson> {
    return this.ask('GET', `record/${key}`) as Promise<RecordedPerson>;
  }

  /** Somebody registers for an iD. ORCID shows a page of registration to people whose mail address it does not know. */
  async register(person: Readonly<Record<'key' | 'givenNames' | 'familyName' | 'email', string>>): Promise<void> {
    await this.ask('POST', 'people', person);
  }

  async revokeAsUser(key: string): Promise<void> {
    const { orcid } = await this.record(key);
    await this.ask('POST', 'revoke-as-user', { orcid, clientId: 'APP-EXAMPLE000000001' });
  }

  async deleteItemAsOwner(key: string, putCode: number): Promise<void> {
    const { orcid } = await this.record(key);
    await this.ask('POST', 'delete-item-as-owner', { orcid, putCode });
  }

  /** Makes the local ORCID answer in another way, until that is cleared. */
  async fault(fault: Readonly<Record<string, unknown>>): Promise<void> {
    await this.ask('POST', 'faults', fault);
  }

  async clearFaults(): Promise<void> {
    await this.ask('DELETE', 'faults');
  }

  /** Every call that was received so far. */
  async calls(): Promise<ReceivedCall[]> {
    return (await this.ask('GET', 'log')) as ReceivedCall[];
  }

  private async ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.site}/__admin/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path} was answered with ${response.status}: ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  }
}
