import { parsePutCode, type PutCode } from '@ligature/orcid-model';
import { UnexpectedAnswerError } from '../errors/unexpected-answer.error.ts';
import type { OrcidResponse } from './transport.ts';

/** The answer to a creation has no body; its put-code stands in `Location` only. */
export function putCodeFrom({ status, path, location }: OrcidResponse): PutCode {
  const [, digits] = /\/([1-9]\d{0,18})$/.exec(location ?? '') ?? [];
  if (digits === undefined) throw new UnexpectedAnswerError({ status, reason: 'no put-code in Location', path });
  return parsePutCode(digits);
}
