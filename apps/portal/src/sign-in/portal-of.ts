import type { SamlPortal } from '@ligature/saml-auth';
import type { Tenant } from '../visitor/visitor.ts';

/** Where an institution's identity providers send people. */
export function portalOf({ id: institutionId, address }: Tenant): SamlPortal {
  return { institutionId, address };
}
