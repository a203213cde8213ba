import { inspect } from 'node:util';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { ORCID_ERROR_NUMBERS } from '../errors/orcid-error-number.ts';
import { REACTIONS } from '../testing/reactions.ts';
import { toError } from './to-error.ts';
import type { OrcidResponse } from './transport.ts';

const LIST = `/v3.0/${anOrcidId()}/employments`;
const answer = (status: number, body: object | string, given: Partial<OrcidResponse> = {}): OrcidResponse => ({
  status,
  path: `/v3.0/${anOrcidId()}/employment/7`,
  location: undefined,
  retryAfter: undefined,
  contentType: typeof body === 'string' ? 'text/html' : 'application/vnd.orcid+json; qs=4',
  text: typeof body === 'string' ? body : JSON.stringify(body),
  ...given,
});
const orcid = (status: number, code: number, developer = '', user = '') =>
  answer(status, { 'response-code': status, 'developer-message': developer, 'user-message': user, 'error-code': code });
const codeOf = (response: OrcidResponse) => (toError(response) as Error & { code: string }).code;

describe('an answer of ORCID that is not a success', () => {
  it('is known for every number that ORCID has', () => {
    const numbers = Array.from({ length: 63 }, (_, at) => 9000 + at);
    expect(ORCID_ERROR_NUMBERS.map(Number)).toEqual(numbers);
    expect(REACTIONS.map(([number]) => number)).toEqual(numbers.filter((number) => number !== 9000 && number !== 9003));
  });

  it('says that an item is gone for one number, status and kind of path only', () => {
    const everything = ORCID_ERROR_NUMBERS.flatMap((number) =>
      [301, 400, 401, 403, 404, 409, 500].map((status) => orcid(status, Number(number))),
    );
    const gone = everything.filter((response) => codeOf(response) === 'item-gone');
    expect(gone).toEqual([orcid(404, 9016)]);
    const at = (path: string) => codeOf({ ...orcid(404, 9016), path });
    expect(at(`/v3.0/${anOrcidId()}/work/summary/7`)).toBe('item-gone');
    expect(at(`/v3.0/${anOrcidId()}/works`)).toBe('record-not-found');
    expect(at(`/v3.0/${anOrcidId()}/work`)).toBe('record-not-found');
    expect(at(`/v3.0/${anOrcidId()}/works/7,8`)).toBe('record-not-found');
    expect(at('/v3.0/group-id-record/7')).toBe('resource-absent');
  });

  it.each([
    answer(404, '<html>Not Found</html>'),
    answer(404, ''),
    answer(404, { message: 'no Route matched with those values' }),
    answer(404, '{"error-code":9016', { contentType: 'application/json' }),
    answer(403, '<html>Forbidden</html>'),
  ])('says nothing of an item when it is not ORCID’s own (case %#)', (response) => {
    expect(codeOf(response)).toBe('orcid-unavailable');
  });

  it('says nothing of a token that ORCID could not check', () => {
    const description = 'Invalid access token: Unable to obtain information from the authorization server';
    const error = toError(answer(401, { error: 'invalid_token', error_description: description }));
    expect(error).toMatchObject({ code: 'orcid-unavailable', effect: 'none' });
  });

  it.each<readonly [OrcidResponse, string]>([
    [answer(401, { error: 'invalid_token', error_description: 'Invalid access token: abc' }), 'access-revoked'],
    [answer(401, { error: 'invalid_client' }), 'client-refused'],
    [answer(400, { error: 'invalid_scope' }), 'client-refused'],
    [answer(400, { error: 'invalid_grant' }), 'code-refused'],
    [answer(400, { error: 'unsupported_grant_type' }), 'unexpected-answer'],
    [orcid(400, 9999), 'invalid-item'],
    [orcid(404, 9999), 'unexpected-answer'],
    [answer(403, { error: 'forbidden' }), 'client-refused'],
    [orcid(409, 9007), 'record-deprecated'],
    [orcid(404, 9001), 'unexpected-answer'],
    [orcid(405, 9001), 'unexpected-answer'],
    [orcid(406, 9001), 'unexpected-answer'],
    [orcid(415, 9001), 'unexpected-answer'],
    [answer(503, '<html>slow down</html>'), 'rate-limited'],
    [answer(429, 'Too Many Requests'), 'rate-limited'],
    [answer(413, '<html>Request Entity Too Large</html>'), 'invalid-item'],
    [answer(502, '<html>Bad Gateway</html>'), 'orcid-unavailable'],
    [answer(504, '<html>Gateway Time-out</html>'), 'orcid-unavailable'],
    [answer(200, '{"half":', { contentType: 'application/json' }), 'orcid-unavailable'],
    [answer(401, '<html>Unauthorized</html>'), 'orcid-unavailable'],
    [answer(400, '<html>Bad Request</html>'), 'orcid-unavailable'],
    ...REACTIONS.map(([error, status, code]) => [{ ...orcid(status, error), path: LIST }, code] as const),
  ])('(case %#) tells the caller what to do', (response, code) => {
    expect(codeOf(response)).toBe(code);
  });

  it('never keeps the token that ORCID quotes', () => {
    const error = toError(
      answer(401, { error: 'invalid_token', error_description: 'Invalid access token: t0p-secret' }),
    );
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('t0p-secret');
  });

  it('carries the put-code of the item that is there already', () => {
    const error = toError(
      orcid(409, 9021, '409 Conflict: You have already added this activity (see element with put-code 42.)'),
    );
    expect(error).toMatchObject({ putCode: '42' });
    expect(toError(orcid(409, 9021, 'You have already added this activity'))).toMatchObject({ putCode: undefined });
  });

  it('carries the iD to use instead of a merged one', () => {
    const [old, merged] = [anOrcidId(1), anOrcidId(2)];
    const text = `301 Moved Permanently: This account is deprecated. Please refer to account: https://orcid.org/${merged}. ORCID https://orcid.org/${old}`;
    expect(toError(orcid(301, 9007, text))).toMatchObject({ newId: merged });
  });

  it('believes Location rather than words about the iD to use instead', () => {
    const merged = anOrcidId(3);
    const redirect = { ...orcid(301, 9007, 'Este registro'), location: `https://api/v3.0/${merged}/employments` };
    expect(toError(redirect)).toMatchObject({ newId: merged });
    expect(toError(orcid(409, 9007))).toMatchObject({ newId: undefined });
  });

  it('carries how long ORCID asks to wait', () => {
    expect(toError(answer(429, 'slow down', { retryAfter: '7' }))).toMatchObject({ retryAfterMs: 7000 });
    expect(toError(answer(503, '<html>'))).toMatchObject({ retryAfterMs: undefined });
  });

  it('carries ORCID’s explanation of what is wrong with an item', () => {
    expect(toError(orcid(400, 9055, 'dev', 'End date must come after start date'))).toMatchObject({
      explanation: 'End date must come after start date',
    });
  });
});
