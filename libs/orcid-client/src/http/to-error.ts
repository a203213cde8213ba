import { isOrcidId, type OrcidId, parsePutCode, type PutCode } from '@ligature/orcid-model';
import { AccessRevokedError } from '../errors/access-revoked.error.ts';
import { ClientRefusedError } from '../errors/client-refused.error.ts';
import { CodeRefusedError } from '../errors/code-refused.error.ts';
import { DuplicateItemError } from '../errors/duplicate-item.error.ts';
import { InsufficientScopeError } from '../errors/insufficient-scope.error.ts';
import { InvalidItemError } from '../errors/invalid-item.error.ts';
import { ItemGoneError } from '../errors/item-gone.error.ts';
import { NotOurItemError } from '../errors/not-our-item.error.ts';
import type { OrcidAnswer } from '../errors/orcid-answer.ts';
import { OrcidUnavailableError } from '../errors/orcid-unavailable.error.ts';
import { RateLimitedError } from '../errors/rate-limited.error.ts';
import { RecordDeactivatedError } from '../errors/record-deactivated.error.ts';
import { RecordDeprecatedError } from '../errors/record-deprecated.error.ts';
import { RecordLockedError } from '../errors/record-locked.error.ts';
import { UnexpectedAnswerError } from '../errors/unexpected-answer.error.ts';
import { type ErrorBody, readErrorBody } from './body.ts';
import type { OrcidResponse } from './transport.ts';

type Reaction = (answer: OrcidAnswer, body: ErrorBody) => Error;

/** What to do about each of ORCID's own numbers (OrcidCoreExceptionMapper.java, api_en.properties). */
const BY_REASON: Readonly<Record<string, Reaction>> = {
  invalid_token: (answer) => new AccessRevokedError(answer),
  invalid_client: (answer) => new ClientRefusedError(answer),
  invalid_scope: (answer) => new ClientRefusedError(answer),
  forbidden: (answer) => new ClientRefusedError(answer),
  invalid_grant: (answer) => new CodeRefusedError(answer),
  '9002': (answer) => new ClientRefusedError(answer),
  '9007': (answer, body) => new RecordDeprecatedError(answer, idIn(body.developerMessage)),
  '9010': (answer) => new NotOurItemError(answer),
  '9016': (answer) => new ItemGoneError(answer),
  '9017': (answer) => new ClientRefusedError(answer),
  '9018': (answer) => new RecordLockedError(answer),
  '9021': (answer, body) => new DuplicateItemError(answer, putCodeIn(body.developerMessage)),
  '9030': (answer) => new DuplicateItemError(answer, undefined),
  '9036': (answer) => new RecordLockedError(answer),
  '9038': (answer) => new InsufficientScopeError(answer),
  '9044': (answer) => new RecordDeactivatedError(answer),
  '9057': (answer) => new ClientRefusedError(answer),
};

/** The error that says what the caller must do next about an answer that is not a success. */
export function toError(response: OrcidResponse): Error {
  const body = readErrorBody(response);
  const answer = { status: response.status, reason: body.reason, path: response.path };
  const reaction = body.reason === null ? undefined : BY_REASON[body.reason];
  return reaction?.(answer, body) ?? byStatus(answer, body);
}

/** A 503 that is not JSON comes from the proxy, which is how ORCID says "too fast"; it has seen nothing of the request. */
function byStatus(answer: OrcidAnswer, body: ErrorBody): Error {
  if (answer.status === 429 || (answer.status === 503 && answer.reason === null)) return new RateLimitedError(answer);
  if (answer.status >= 500 || answer.reason === null) return new OrcidUnavailableError(answer);
  return answer.status === 400 ? new InvalidItemError(answer, body.userMessage) : new UnexpectedAnswerError(answer);
}

/** ORCID writes "… see element with put-code 1234 …" (ORCID-Source pull request 5455). */
function putCodeIn(text: string): PutCode | undefined {
  const [, digits] = /put-code\D{0,3}([1-9]\d{0,18})/i.exec(text) ?? [];
  return digits === undefined ? undefined : parsePutCode(digits);
}

/** "… Please refer to account: https://orcid.org/0000-…": the first iD is the new one. */
function idIn(text: string): OrcidId | undefined {
  const [found] = /(\d{4}-){3}\d{3}[\dX]/.exec(text.split('refer to account').at(-1) ?? '') ?? [];
  return found !== undefined && isOrcidId(found) ? found : undefined;
}
