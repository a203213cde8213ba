import { httpUrl, type Mode, type ValuesOf } from '@ligature/runtime';
import { PublicAddress } from './public-address.ts';

/** Where people find the portal of an institution that names no address of its own. */
export class PublicUrlConfig extends PublicAddress {
  static readonly title = 'Public address';
  static readonly variables = {
    PORTAL_URL: httpUrl().describe(
      'Address at which people use the portal of the institution that has no `publicUrl`, such as `https://orcid.example.edu`.',
    ),
  };

  constructor(values: ValuesOf<typeof PublicUrlConfig.variables>) {
    super(values.PORTAL_URL);
  }

  static faults(values: ValuesOf<typeof PublicUrlConfig.variables>, mode: Mode): string[] {
    const insecure = mode === 'production' && values.PORTAL_URL.protocol !== 'https:';
    return insecure
      ? ['PORTAL_URL must be https in production: ORCID and identity providers send people and secrets there.']
      : [];
  }
}
