import { inspect } from 'node:util';
import { anOrcidId } from '@ligature/orcid-model/testing';
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
  it.each([
    [answer(401, { error: 'invalid_token', error_description: 'Invalid access token: abc' }), 'access-revoked'],
    [answer(401, { error: 'invalid_client' }), 'client-refused'],
    [answer(400, { error: 'invalid_scope' }), 'client-refused'],
    [answer(400, { error: 'invalid_grant' }), 'code-refused'],
    [answer(400, { error: 'unsupported_grant_type' }), 'invalid-item'],
    [answer(403, { error: 'forbidden' }), 'client-refused'],
    [orcid(301, 9007), 'record-deprecated'],
    [orcid(409, 9007), 'record-deprecated'],
    [orcid(400, 9001), 'invalid-item'],
    [orcid(400, 9006), 'invalid-item'],
    [orcid(400, 9012), 'invalid-item'],
    [orcid(400, 9019), 'invalid-item'],
    [orcid(400, 9020), 'invalid-item'],
    [orcid(400, 9022), 'invalid-item'],
    [orcid(400, 9023), 'invalid-item'],
    [orcid(400, 9024), 'invalid-item'],
    [orcid(400, 9026), 'item-gone'],
    [orcid(400, 9034), 'item-gone'],
    [orcid(400, 9037), 'invalid-item'],
    [orcid(400, 9042), 'invalid-item'],
    [orcid(400, 9045), 'invalid-item'],
    [orcid(400, 9046), 'invalid-item'],
    [orcid(400, 9047), 'invalid-item'],
    [orcid(400, 9049), 'invalid-item'],
    [orcid(400, 9050), 'invalid-item'],
    [orcid(400, 9053), 'invalid-item'],
    [orcid(400, 9054), 'invalid-item'],
    [orcid(400, 9055), 'invalid-item'],
    [orcid(400, 9058), 'invalid-item'],
    [orcid(400, 9060), 'invalid-item'],
    [orcid(400, 9061), 'invalid-item'],
    [orcid(400, 9062), 'invalid-item'],
    [orcid(401, 9002), 'client-refused'],
    [orcid(401, 9015), 'client-refused'],
    [orcid(401, 9017), 'client-refused'],
    [orcid(403, 9004), 'insufficient-scope'],
    [orcid(403, 9005), 'insufficient-scope'],
    [orcid(403, 9009), 'unexpected-answer'],
    [orcid(403, 9010), 'not-our-item'],
    [orcid(403, 9013), 'not-our-item'],
    [orcid(403, 9014), 'not-our-item'],
    [orcid(403, 9035), 'unexpected-answer'],
    [orcid(403, 9038), 'insufficient-scope'],
    [orcid(404, 9001), 'unexpected-answer'],
    [orcid(404, 9011), 'item-gone'],
    [orcid(404, 9016), 'item-gone'],
    [orcid(404, 9027), 'item-gone'],
    [orcid(404, 9028), 'item-gone'],
    [orcid(404, 9029), 'item-gone'],
    [orcid(404, 9041), 'item-gone'],
    [orcid(405, 9001), 'unexpected-answer'],
    [orcid(406, 9001), 'unexpected-answer'],
    [orcid(415, 9001), 'unexpected-answer'],
    [orcid(409, 9018), 'record-locked'],
    [orcid(409, 9021), 'duplicate-item'],
    [orcid(409, 9025), 'duplicate-item'],
    [orcid(409, 9030), 'duplicate-item'],
    [orcid(409, 9032), 'unexpected-answer'],
    [orcid(409, 9036), 'record-locked'],
    [orcid(409, 9040), 'unexpected-answer'],
    [orcid(409, 9044), 'record-deactivated'],
    [orcid(409, 9048), 'record-full'],
    [orcid(409, 9057), 'client-refused'],
    [orcid(308, 9056), 'unexpected-answer'],
    [orcid(500, 9008), 'orcid-unavailable'],
    [answer(503, '<html>slow down</html>'), 'rate-limited'],
    [answer(429, 'Too Many Requests'), 'rate-limited'],
    [answer(413, '<html>Request Entity Too Large</html>'), 'invalid-item'],
    [answer(502, '<html>Bad Gateway</html>'), 'orcid-unavailable'],
    [answer(504, '<html>Gateway Time-out</html>'), 'orcid-unavailable'],
    [answer(200, '{"half":', { contentType: 'application/json' }), 'orcid-unavailable'],
    [answer(401, '<html>Unauthorized</html>'), 'orcid-unavailable'],
    [answer(400, '<html>Bad Request</html>'), 'orcid-unavailable'],
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
