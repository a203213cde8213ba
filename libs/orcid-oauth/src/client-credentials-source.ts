import type { ClientCredentials } from '@ligature/orcid-client';

/** Who each institution is at ORCID; the app wires one in. */
export abstract class ClientCredentialsSource {
  abstract of(institutionId: string): Promise<ClientCredentials>;
}
