import { type Settings } from './settings.ts';

/** Every address of this provider, made from configuration and never from a request's Host header. */
export class Site {
  readonly url: string;
  readonly metadata: string;
  readonly entityId: string;
  readonly sso: string;
  readonly slo: string;

  constructor({ publicUrl, entityId }: Pick<Settings, 'publicUrl' | 'entityId'>, port: number) {
    this.url = new URL(publicUrl ?? `http://localhost:${port}`).origin;
    this.metadata = `${this.url}/metadata`;
    this.entityId = entityId ?? this.metadata;
    this.sso = `${this.url}/sso`;
    this.slo = `${this.url}/slo`;
  }

  get isSecure(): boolean {
    return this.url.startsWith('https:');
  }
}
