import { isOrcidId, type OrcidId, parsePutCode, type PutCode } from '@ligature/orcid-model';
import { AccessRevokedError } from '../errors/access-revoked.error.ts';
import { ClientRefusedError } from '../errors/client-refused.error.ts';
import { CodeRefusedError } from '../errors/code-refused.error.ts';
import { DuplicateItemError } from '../errors/duplicate-item.error.ts';
import { InsufficientScopeError } from '../errors/insufficient-scope.error.ts';
import { InvalidItemError } from '../errors/invalid-item.error.ts';
import type { ErrorMeaning } from '../errors/error-meaning.ts';
import { MEANING_OF, MEANING_OF_WORD } from '../errors/error-meanings.ts';
import { ItemGoneError } from '../errors/item-gone.error.ts';
import { NotOurItemError } from '../errors/not-our-item.error.ts';
import type { OrcidAnswer } from '../errors/orcid-answer.ts';
import { isOrcidErrorNumber } from '../errors/orcid-error-number.ts';
import { OrcidUnavailableError } from '../errors/orcid-unavailable.error.ts';
import { RateLimitedError } from '../errors/rate-limited.error.ts';
import { RecordDeactivatedError } from '../errors/record-deactivated.error.ts';
import { RecordDeprecatedError } from '../errors/record-deprecated.error.ts';
import { RecordFullError } from '../errors/record-full.error.ts';
import { RecordLockedError } from '../errors/record-locked.error.ts';
import { RecordNotFoundError } from '../errors/record-not-found.error.ts';
import { ResourceAbsentError } from '../errors/resource-absent.error.ts';
import { UnexpectedAnswerError } from '../errors/unexpected-answer.error.ts';
import { type ErrorBody, readErrorBody } from './body.ts';
import { millisecondsOf } from './retry-after.ts';
import type { OrcidResponse } from './transport.ts';

interface Refusal {
  readonly answer: OrcidAnswer;
  readonly body: ErrorBody;
  readonly response: OrcidResponse;
}

/** The error that says what the caller must do next, for each meaning. */
const ERRORS: Readonly<Record<ErrorMeaning, (refusal: Refusal) => Error>> = {
  'not-found': notFound,
  'resource-absent': ({ answer }) => new ResourceAbsentError(answer),
  'record-not-found': ({ answer }) => new RecordNotFoundError(answer),
  'item-not-ours': ({ answer }) => new NotOurItemError(answer),
  duplicate: ({ answer, body }) => new DuplicateItemError(answer, putCodeIn(body.developerMessage)),
  'content-invalid': contentInvalid,
  'record-locked': ({ answer }) => new RecordLockedError(answer),
  'record-deactivated': ({ answer }) => new RecordDeactivatedError(answer),
  'record-merged': ({ answer, body, response }) => new RecordDeprecatedError(answer, newIdIn(response, body)),
  'record-full': ({ answer }) => new RecordFullError(answer),
  'scope-missing': ({ answer }) => new InsufficientScopeError(answer),
  'token-invalid': tokenInvalid,
  'code-refused': ({ answer }) => new CodeRefusedError(answer),
  'client-refused': ({ answer }) => new ClientRefusedError(answer),
  'rate-limited': ({ answer, response }) => new RateLimitedError(answer, millisecondsOf(response.retryAfter)),
  'call-outcome': ({ answer }) => new UnexpectedAnswerError(answer),
  'caller-mistake': ({ answer }) => new UnexpectedAnswerError(answer),
  'orcid-fault': ({ answer }) => new OrcidUnavailableError(answer),
};

/** The error that says what the caller must do next about an answer that is not a success. */
export function toError(response: OrcidResponse): Error {
  const body = readErrorBody(response);
  const answer = { status: response.status, reason: body.reason, path: response.path };
  return ERRORS[meaningOf(answer)]({ answer, body, response });
}

function meaningOf(answer: OrcidAnswer): ErrorMeaning {
  const { reason } = answer;
  if (reason === null) return meaningOfStatus(answer);
  if (isOrcidErrorNumber(reason)) return MEANING_OF[reason];
  return MEANING_OF_WORD[reason] ?? meaningOfStatus(answer);
}

/**
 * What an answer without a known reason means. One that does not explain itself is a page of a proxy, whatever its
 * status: a 404 of that kind says nothing of a record. A 503 of that kind is how ORCID says "too fast", and has had no
 * effect (info.orcid.org, “What are the API limits”).
 */
function meaningOfStatus({ status, reason }: OrcidAnswer): ErrorMeaning {
  if (status === 429 || (status === 503 && reason === null)) return 'rate-limited';
  if (status === 413) return 'content-invalid';
  if (status >= 500 || reason === null) return 'orcid-fault';
  return status === 400 && /^\d+$/.test(reason) ? 'content-invalid' : 'caller-mistake';
}

const RECORD = String.raw`/v3\.0/(\d{4}-){3}\d{3}[\dX]/`;
const ITEM_PATH = new RegExp(`^${RECORD}[a-z-]+/(summary/)?\\d+$`);
const RECORD_PATH = new RegExp(`^${RECORD}`);

/** ORCID has one number for an unknown item and an unknown iD. Only the path of one item asks for an item. */
function notFound({ answer }: Refusal): Error {
  if (answer.status !== 404) return new UnexpectedAnswerError(answer);
  if (ITEM_PATH.test(answer.path)) return new ItemGoneError(answer);
  return RECORD_PATH.test(answer.path) ? new RecordNotFoundError(answer) : new ResourceAbsentError(answer);
}

/** 9001 comes with other statuses too, where it is about the path, the method or a header. */
function contentInvalid({ answer, body }: Refusal): Error {
  if (answer.status === 413) return new InvalidItemError(answer, 'The request is too long.');
  return answer.status === 400 ? new InvalidItemError(answer, body.userMessage) : new UnexpectedAnswerError(answer);
}

/** The token was not looked at where ORCID says that it could not ask (OrcidBearerTokenFilter). Nothing was done. */
function tokenInvalid({ answer, body }: Refusal): Error {
  return body.isTokenUnchecked ? new OrcidUnavailableError(answer, 'none') : new AccessRevokedError(answer);
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
