import { NoTokenError } from '@ligature/connections';
import { AccessRevokedError } from '@ligature/orcid-client';

/** @returns false when the token is refused, or there is none any more */
export async function unlessRefused(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof AccessRevokedError || error instanceof NoTokenError) return false;
    throw error;
  }
}
