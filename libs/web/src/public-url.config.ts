import { httpUrl, type Mode, type ValuesOf } from '@ligature/runtime';

/** Where people find us. */
export class PublicUrlConfig {
  static readonly title = 'Public address';
  static readonly variables = {
    PORTAL_URL: httpUrl().describe('Address at which people use the portal, such as `https://orcid.example.edu`.'),
  };

  readonly url: URL;
  /** The same without a closing slash, to put paths behind. */
  readonly base: string;
  readonly isSecure: boolean;

  constructor(values: ValuesOf<typeof PublicUrlConfig.variables>) {
    this.url = values.PORTAL_URL;
    this.base = values.PORTAL_URL.href.replace(/\/$/, '');
    this.isSecure = values.PORTAL_URL.protocol === 'https:';
  }

  static faults(values: ValuesOf<typeof PublicUrlConfig.variables>, mode: Mode): string[] {
    const insecure = mode === 'production' && values.PORTAL_URL.protocol !== 'https:';
    return insecure
      ? ['PORTAL_URL must be https in production: ORCID and identity providers send people and secrets there.']
      : [];
  }
}
