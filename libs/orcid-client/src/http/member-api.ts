import type { AccessToken } from '@ligature/orcid-model';
import { Injectable } from '@nestjs/common';
import { OrcidUnavailableError } from '../errors/orcid-unavailable.error.ts';
import { OrcidClientConfig } from '../orcid-client.config.ts';
import { readJson } from './body.ts';
import { toError } from './to-error.ts';
import { type OrcidResponse, Transport } from './transport.ts';

const JSON_TYPE = 'application/vnd.orcid+json';

/** Calls of the member API v3.0 on behalf of a person. */
@Injectable()
export class MemberApi {
  constructor(
    private readonly transport: Transport,
    private readonly config: OrcidClientConfig,
  ) {}

  /** @param read turns the JSON into a value, throwing when it is not what was asked for */
  async read<T>(path: string, token: AccessToken, read: (json: unknown) => T): Promise<T> {
    const response = await this.send('GET', path, token);
    try {
      return read(readJson(response));
    } catch {
      throw new OrcidUnavailableError({ status: response.status, reason: 'unreadable body', path: response.path });
    }
  }

  write(method: 'POST' | 'PUT' | 'DELETE', path: string, token: AccessToken, body?: string): Promise<OrcidResponse> {
    return this.send(method, path, token, body);
  }

  /** Without an Accept header ORCID answers in XML (AcceptFilter.java). */
  private async send(method: OrcidMethod, path: string, token: AccessToken, body?: string): Promise<OrcidResponse> {
    const headers = { Accept: JSON_TYPE, 'Content-Type': JSON_TYPE, Authorization: `Bearer ${token.reveal()}` };
    const url = `${this.config.api}/v3.0${path}`;
    const response = await this.transport.send({ method, url, headers, ...(body && { body }) });
    if (response.status < 200 || response.status > 299) throw toError(response);
    return response;
  }
}

type OrcidMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';
