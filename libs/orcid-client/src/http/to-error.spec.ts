import { inspect } from 'node:util';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { REACTIONS } from '../testing/reactions.ts';
import { toError } from './to-error.ts';
import type { OrcidResponse } from './transport.ts';

const answer = (status: number, body: object | string, given: Partial<OrcidResponse> = {}): OrcidResponse => ({
  status,
  path: '/v3.0/x/employment/7',
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
    const numbers = Array.from({ length: 62 }, (_, at) => 9001 + at).filter((number) => number !== 9003);
    expect(REACTIONS.map(([number]) => number)).toEqual(numbers);
  });

  it.each<readonly [OrcidResponse, string]>([
    [answer(401, { error: 'invalid_token', error_description: 'Invalid access token: abc' }), 'access-revoked'],
    [answer(401, { error: 'invalid_client' }), 'client-refused'],
    [answer(400, { error: 'invalid_scope' }), 'client-refused'],
    [answer(400, { error: 'invalid_grant' }), 'code-refused'],
    [answer(400, { error: 'unsupported_grant_type' }), 'invalid-item'],
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
    ...REACTIONS.map(([error, status, code]) => [orcid(status, error), code] as const),
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
