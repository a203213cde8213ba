import type { AccessToken, OrcidId } from '@ligature/orcid-model';
import { RecordDeactivatedError } from '../errors/record-deactivated.error.ts';
import { RecordDeprecatedError } from '../errors/record-deprecated.error.ts';
import { RecordLockedError } from '../errors/record-locked.error.ts';
import { RecordNotFoundError } from '../errors/record-not-found.error.ts';
import type { OrcidApi } from '../http/orcid-api.ts';
import type { ClientCredentials } from '../orcid-grant.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import { readItems } from '../wire/listed-items.wire.ts';
import type { TokenCalls } from './token-calls.ts';

/** What a record lets anybody do. */
export type RecordState =
  | { readonly kind: 'open' }
  /** Locked by ORCID, or not claimed by its owner yet. */
  | { readonly kind: 'locked' }
  /** By its owner. All tokens of theirs have ended for good. */
  | { readonly kind: 'deactivated' }
  /** Into another record; `newId` is undefined where ORCID does not name it. */
  | { readonly kind: 'merged'; readonly newId: OrcidId | undefined }
  /** ORCID knows no such iD. */
  | { readonly kind: 'not-found' };

/** The state of a record, whatever has become of its owner's permission. */
export class RecordStateCalls {
  constructor(
    private readonly api: OrcidApi,
    private readonly tokens: TokenCalls,
  ) {}

  /**
   * Reads a record in the client's own name. ORCID looks at the state of a record before anything else
   * (OrcidSecurityManagerImpl.checkProfile), and checks this token as it checks a person's: an answer proves that tokens
   * are being checked, and so tells a permission that was taken back from an outage.
   * @throws OrcidUnavailableError when ORCID does not answer, or does not check tokens
   * @throws ClientRefusedError when ORCID gives this client no token
   */
  async stateOf(credentials: ClientCredentials, orcid: OrcidId, options?: CallOptions): Promise<RecordState> {
    const read = (token: AccessToken, left: CallOptions): Promise<unknown> =>
      this.api.read({ path: `/${orcid}/address`, token }, (json) => readItems('address', json), left);
    try {
      await this.tokens.asClient(credentials, '/read-public', read, options);
      return { kind: 'open' };
    } catch (error) {
      return stateIn(error);
    }
  }
}

/** @throws the error itself when it says nothing of the record */
function stateIn(error: unknown): RecordState {
  if (error instanceof RecordLockedError) return { kind: 'locked' };
  if (error instanceof RecordDeactivatedError) return { kind: 'deactivated' };
  if (error instanceof RecordDeprecatedError) return { kind: 'merged', newId: error.newId };
  if (error instanceof RecordNotFoundError) return { kind: 'not-found' };
  throw error;
}
