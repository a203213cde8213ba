import { deflateRawSync } from 'node:zlib';
import { MessageRefusedError } from './message-refused.error.ts';
import { messageInForm, messageInQuery } from './incoming-message.ts';

const base64 = (xml: string): string => Buffer.from(xml).toString('base64');
const deflated = (xml: string): string => encodeURIComponent(deflateRawSync(xml).toString('base64'));

describe('An incoming message', () => {
  it('is taken from a query with the signature over the characters as they were sent', () => {
    const message = messageInQuery(`RelayState=a%20b&SAMLRequest=${deflated('<a/>')}&Signature=c2ln&SigAlg=urn%3aalg`);
    expect(message).toEqual({
      kind: 'SAMLRequest',
      binding: 'redirect',
      xml: '<a/>',
      relayState: 'a b',
      querySignature: {
        octets: `SAMLRequest=${deflated('<a/>')}&RelayState=a%20b&SigAlg=urn%3aalg`,
        algorithm: 'urn:alg',
        value: Buffer.from('sig'),
      },
    });
  });

  it('is taken from a form', () => {
    expect(messageInForm({ SAMLResponse: base64('<é/>'), RelayState: 'x' })).toEqual({
      kind: 'SAMLResponse',
      binding: 'post',
      xml: '<é/>',
      relayState: 'x',
      querySignature: undefined,
    });
  });

  it.each([
    ['nothing', ''],
    ['a request and a response', `SAMLRequest=${deflated('<a/>')}&SAMLResponse=${deflated('<a/>')}`],
    ['two requests', `SAMLRequest=${deflated('<a/>')}&SAMLRequest=${deflated('<b/>')}`],
    ['what is not deflated', `SAMLRequest=${encodeURIComponent(base64('<a/>'))}`],
    ['a bomb', `SAMLRequest=${deflated(' '.repeat(1_000_000))}`],
  ])('is refused when the query holds %s', (_fault, query) => {
    expect(() => messageInQuery(query)).toThrow(MessageRefusedError);
  });

  it.each([
    [undefined],
    [{}],
    [{ SAMLRequest: ['a', 'b'] }],
    [{ SAMLRequest: 'a', SAMLResponse: 'b' }],
    [{ SAMLRequest: deflateRawSync('<a/>').toString('base64') }],
  ])('is refused when the form is %j', (form) => {
    expect(() => messageInForm(form)).toThrow(MessageRefusedError);
  });
});
