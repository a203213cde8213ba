import { deflateRawSync } from 'node:zlib';
import type { Request } from 'express';
import { refusalOf } from '../testing/refusal-of.ts';
import { logoutMessageOf } from './logout-message.ts';

const MESSAGE = encodeURIComponent(deflateRawSync('<a/>').toString('base64'));
const SIGNED = 'SigAlg=alg%23x&Signature=QUJD';

const inQuery = (query: string): Request => ({ method: 'GET', originalUrl: `/saml/logout?${query}` }) as Request;
const inForm = (body: object, query = {}): Request => ({ method: 'POST', body: body as unknown, query }) as Request;
const refused = (request: Request): unknown => refusalOf(() => logoutMessageOf(request));

describe('a logout message', () => {
  it('in an address is signed in exactly the octets that were sent', () => {
    const message = logoutMessageOf(inQuery(`SAMLRequest=${MESSAGE}&RelayState=a%20b&${SIGNED}`));
    expect(message).toMatchObject({ field: 'SAMLRequest', xml: '<a/>', relayState: 'a b' });
    expect(message.querySignature).toEqual({
      octets: `SAMLRequest=${MESSAGE}&RelayState=a%20b&SigAlg=alg%23x`,
      algorithm: 'alg#x',
      value: Buffer.from('ABC'),
    });
  });

  it('in an address is signed in the order of the standard, whatever order it came in', () => {
    const { querySignature } = logoutMessageOf(inQuery(`${SIGNED}&SAMLResponse=${MESSAGE}`));
    expect(querySignature?.octets).toBe(`SAMLResponse=${MESSAGE}&SigAlg=alg%23x`);
  });

  it('in a form is signed inside', () => {
    const message = logoutMessageOf(inForm({ SAMLResponse: Buffer.from('<a/>').toString('base64'), RelayState: 'x' }));
    expect(message).toMatchObject({ field: 'SAMLResponse', xml: '<a/>', relayState: 'x', querySignature: undefined });
  });

  it.each([
    ['without a message', '', 'not-one-message'],
    ['with a message twice', `SAMLRequest=${MESSAGE}&SAMLRequest=${MESSAGE}&${SIGNED}`, 'not-one-message'],
    ['with two messages', `SAMLRequest=${MESSAGE}&SAMLResponse=${MESSAGE}&${SIGNED}`, 'not-one-message'],
    ['with a message under another spelling', `%53AMLRequest=${MESSAGE}&${SIGNED}`, 'not-one-message'],
    [
      'with a message behind a signed one of another spelling',
      `SAMLResponse=${MESSAGE}&%53AMLRequest=x&${SIGNED}`,
      'not-one-message',
    ],
    ['with something unknown', `SAMLRequest=${MESSAGE}&x=1&${SIGNED}`, 'not-one-message'],
    ['without a signature', `SAMLRequest=${MESSAGE}`, 'not-signed-enough'],
    ['without its algorithm', `SAMLRequest=${MESSAGE}&Signature=QUJD`, 'not-signed-enough'],
    ['that is not deflated', `SAMLRequest=QUJD&${SIGNED}`, 'not-deflated'],
    ['that is no address', `SAMLRequest=%E0%A4%A&${SIGNED}`, 'not-one-message'],
  ])('is refused in an address %s', (_, query, reason) => {
    expect(refused(inQuery(query))).toBe(reason);
  });

  it('is refused in a form with more than it, or with a query', () => {
    const SAMLRequest = Buffer.from('<a/>').toString('base64');
    expect(refused(inForm({ SAMLRequest, SAMLResponse: SAMLRequest }))).toBe('not-one-message');
    expect(refused(inForm({ SAMLRequest, Signature: 'x' }))).toBe('not-one-message');
    expect(refused(inForm({ SAMLRequest }, { SAMLResponse: 'x' }))).toBe('not-one-message');
    expect(refused(inForm({ SAMLRequest: [SAMLRequest] }))).toBe('not-one-message');
  });
});
