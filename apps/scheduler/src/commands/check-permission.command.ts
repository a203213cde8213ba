import { type ConnectionEnd, ConnectionRows, type RecordState, type ShownConnection } from '@ligature/persistence';
import { RecordCheck } from '@ligature/record-sync';
import { Injectable } from '@nestjs/common';
import { ChosenInstitution } from './chosen-institution.ts';
import { CommandError } from './command.error.ts';

export interface CheckPermissionOptions {
  readonly institution?: string;
}

const ENDED: Readonly<Record<ConnectionEnd, string>> = {
  revoked: 'ORCID no longer accepts the permission; usually it was taken back there. The person can connect again.',
  deactivated: 'The ORCID record is deactivated, and the permission ended with it. The person can connect again.',
  disconnected: 'The person has disconnected in the portal.',
  replaced: 'The person has connected again under another ORCID client.',
};

const RECORD: Readonly<Record<Exclude<RecordState, 'open'>, string>> = {
  locked: 'The ORCID record is locked. Nothing is written until it is open again; it is asked about every day.',
  deactivated:
    'The ORCID record is deactivated. Nothing is written; when the record is back, the person must connect again.',
  merged: 'The ORCID record was merged into another. Nothing is written; the person is asked to connect that one.',
};

const KEY_LOST =
  'The key that sealed the permission is lost (LOST_TOKEN_KEYS), so ORCID cannot be asked and nothing is written. The person must connect again.';

const GONE: readonly RecordState[] = ['deactivated', 'merged'];

/** Asks ORCID about one person's permission, now. */
@Injectable()
export class CheckPermissionCommand {
  constructor(
    private readonly chosen: ChosenInstitution,
    private readonly connections: ConnectionRows,
    private readonly check: RecordCheck,
  ) {}

  /** @throws CommandError when nobody is meant, or ORCID does not answer */
  async run(staffId: string, { institution: slug }: CheckPermissionOptions): Promise<string> {
    const { id: institutionId, name } = await this.chosen.one(slug);
    const before = await this.connections.latestByStaffId(institutionId, staffId);
    if (before === undefined) throw new CommandError(`Nobody with the staff id "${staffId}" has connected at ${name}.`);
    await this.check.checkNow(before.id).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : 'unknown';
      if (isClientRefused(error))
        throw new CommandError(
          `ORCID refuses the client of ${name} (${why}), so nothing can be asked. Run "configure" with the right client id and ORCID_CLIENT_SECRET, then ask again.`,
        );
      throw new CommandError(`ORCID gave no answer that says anything (${why}). Nothing was changed. Try again later.`);
    });
    return describePermission((await this.connections.latestByStaffId(institutionId, staffId)) ?? before);
  }
}

/** The code of orcid-client's error, which apps do not see. */
function isClientRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'client-refused';
}

type Described = Pick<ShownConnection, 'orcid' | 'endedBy' | 'endedAt' | 'doubtedSince' | 'recordState' | 'isKeyLost'>;

/** What an operator is told of one person's permission. */
export function describePermission({ orcid, endedBy, endedAt, doubtedSince, isKeyLost, ...shown }: Described): string {
  const recordState: RecordState = shown.recordState;
  if (endedBy != null) return `${orcid}, ended ${endedAt?.toISOString() ?? ''}: ${ENDED[endedBy]}`;
  if (isKeyLost && !GONE.includes(recordState)) return `${orcid}: ${KEY_LOST}`;
  if (recordState !== 'open') return `${orcid}: ${RECORD[recordState]}`;
  if (doubtedSince != null)
    return `${orcid}: ORCID has refused the permission since ${doubtedSince.toISOString()}. It is asked again, and nothing is written until then.`;
  return `${orcid}: ORCID accepts the permission.`;
}
