import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type ApiCall } from './api-call.ts';
import { OrcidError } from './orcid-error.ts';

/** A record holds 10,000 works and not one more. */
export function refuseOverfull({ registry }: ApiCall, record: OrcidRecord, adding: number): void {
  if (record.itemsIn('work').length + adding > registry.settings.limits.worksPerRecord) throw new OrcidError(9048);
}
