import { registerEnumType } from '@nestjs/graphql';

/** Where a person's permission stands. */
export enum ConsentState {
  NONE = 'none',
  ACTIVE = 'active',
  DENIED = 'denied',
  REVOKED = 'revoked',
  DISCONNECTED = 'disconnected',
  DEACTIVATED = 'deactivated',
}

registerEnumType(ConsentState, {
  name: 'Consent',
  description: 'Where a person’s permission stands.',
  valuesMap: {
    NONE: { description: 'Never asked, or never answered.' },
    ACTIVE: { description: 'The iD is connected and the permission stands.' },
    DENIED: { description: 'The person refused at ORCID.' },
    REVOKED: { description: 'ORCID no longer accepts the permission; usually it was taken back there.' },
    DISCONNECTED: { description: 'The person let the iD go in the portal.' },
    DEACTIVATED: { description: 'The person’s ORCID record was deactivated, and the permission went with it.' },
  },
});
