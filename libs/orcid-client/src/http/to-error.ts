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
import { RecordFullError } from '../errors/record-full.error.ts';
import { RecordLockedError } from '../errors/record-locked.error.ts';
import { UnexpectedAnswerError } from '../errors/unexpected-answer.error.ts';
import { type ErrorBody, readErrorBody } from './body.ts';
import { millisecondsOf } from './retry-after.ts';
import type { OrcidResponse } from './transport.ts';

type Reaction = (answer: OrcidAnswer, body: ErrorBody, response: OrcidResponse) => Error;

const clientRefused: Reaction = (answer) => new ClientRefusedError(answer);
const insufficientScope: Reaction = (answer) => new InsufficientScopeError(answer);
const gone: Reaction = (answer) => new ItemGoneError(answer);
const notOurs: Reaction = (answer) => new NotOurItemError(answer);
const locked: Reaction = (answer) => new RecordLockedError(answer);
const duplicate: Reaction = (answer, body) => new DuplicateItemError(answer, putCodeIn(body.developerMessage));

/** What to do about OAuth's words and ORCID's numbers (OrcidCoreExceptionMapper.java, api_en.properties). */
const BY_REASON: Readonly<Record<string, Reaction>> = {
  invalid_token: (answer) => new AccessRevokedError(answer),
  invalid_client: clientRefused,
  invalid_scope: clientRefused,
  unauthorized_client: clientRefused,
  forbidden: clientRefused,
  invalid_grant: (answer) => new CodeRefusedError(answer),
  '9002': clientRefused,
  '9004': insufficientScope,
  '9005': insufficientScope,
  '9007': (answer, body, response) => new RecordDeprecatedError(answer, newIdIn(response, body)),
  '9010': notOurs,
  '9011': gone,
  '9013': notOurs,
  '9014': notOurs,
  '9015': clientRefused,
  '9016': gone,
  '9017': clientRefused,
  '9018': locked,
  '9021': duplicate,
  '9025': duplicate,
  '9026': gone,
  '9027': gone,
  '9028': gone,
  '9029': gone,
  '9030': duplicate,
  '9033': gone,
  '9034': gone,
  '9036': locked,
  '9038': insufficientScope,
  '9039': notOurs,
  '9041': gone,
  '9044': (answer) => new RecordDeactivatedError(answer),
  '9048': (answer) => new RecordFullError(answer),
  '9057': clientRefused,
};

/** The error that says what the caller must do next about an answer that is not a success. */
export function toError(response: OrcidResponse): Error {
  const body = readErrorBody(response);
  const answer = { status: response.status, reason: body.reason, path: response.path };
  const reaction = body.reason === null ? undefined : BY_REASON[body.reason];
  return reaction?.(answer, body, response) ?? byStatus(answer, body, response);
}

/** A 503 that is not JSON comes from the proxy, which is how ORCID says "too fast"; it has seen nothing of the request. */
function byStatus(answer: OrcidAnswer, body: ErrorBody, { retryAfter }: OrcidResponse): Error {
  if (answer.status === 429 || (answer.status === 503 && answer.reason === null)) {
    return new RateLimitedError(answer, millisecondsOf(retryAfter));
  }
  if (answer.status === 413) return new InvalidItemError(answer, 'The request is too long.');
  if (answer.status >= 500 || answer.reason === null) return new OrcidUnavailableError(answer);
  return answer.status === 400 ? new InvalidItemError(answer, body.userMessage) : new UnexpectedAnswerError(answer);
}

/** ORCID writes "… see element with put-code 1234 …" (ORCID-Source pull request 5455). */
function putCodeIn(text: string): PutCode | undefined {
  const [, digits] = /put-code\D{0,3}([1-9]\d{0,18})/i.exec(text) ?? [];
  return digits === undefined ? undefined : parsePutCode(digits);
}

/** `Location` is the request with the iD replaced; the message says "… Please refer to account: https://orcid.org/0000-…". */
function newIdIn({ location }: OrcidResponse, { developerMessage }: ErrorBody): OrcidId | undefined {
  return firstIdIn(location ?? '') ?? firstIdIn(developerMessage.split('refer to account').at(-1) ?? '');
}

function firstIdIn(text: string): OrcidId | undefined {
  const [found] = /(\d{4}-){3}\d{3}[\dX]/.exec(text) ?? [];
  return found !== undefined && isOrcidId(found) ? found : undefined;
}
