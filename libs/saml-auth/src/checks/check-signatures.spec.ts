import { aSignature } from '../testing/answer.builder.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { readPlainXml } from '../xml/read-plain-xml.ts';
import { checkSignatures, isSigned } from './check-signatures.ts';

const signature = aSignature('_1');
const check = (inner: string): unknown => {
  const root = readPlainXml(`<a ID="_1">${inner}</a>`);
  return refusalOf(() => checkSignatures(root, [root]));
};

describe('a signature', () => {
  it('signs the element that it stands in', () => {
    expect(check(signature)).toBeUndefined();
    expect(check('')).toBeUndefined();
    expect(isSigned(readPlainXml(`<a ID="_1">${signature}</a>`))).toBe(true);
    expect(isSigned(readPlainXml(`<a ID="_1"><b>${signature}</b></a>`))).toBe(false);
  });

  it.each([
    ['stands elsewhere', `<b>${signature}</b>`],
    ['is there twice', signature + signature],
    ['signs another element', aSignature('_2')],
    ['signs the whole document', signature.replace('#_1', '')],
    ['does not say what it signs', signature.replace(' URI="#_1"', '')],
    ['holds an object', signature.replace('</ds:Signature>', '<ds:Object/></ds:Signature>')],
    ['has two signed infos', signature.replace(/(<ds:SignedInfo>.*<\/ds:SignedInfo>)/, '$1$1')],
    ['has two references', signature.replace(/(<ds:Reference.*<\/ds:Reference>)/, '$1$1')],
    ['has two digests', signature.replace(/(<ds:DigestValue>.*<\/ds:DigestValue>)/, '$1$1')],
    ['has two values', signature.replace(/(<ds:SignatureValue>.*<\/ds:SignatureValue>)/, '$1$1')],
    ['has no value', signature.replace(/<ds:SignatureValue>.*<\/ds:SignatureValue>/, '')],
    ['has a transform more', signature.replace(/(<ds:Transform [^>]*>)/, '$1$1')],
    [
      'has its transforms in the wrong order',
      signature.replace(/(<ds:Transform [^>]*>)(<ds:Transform [^>]*>)/, '$2$1'),
    ],
  ])('is refused when it %s', (_, inner) => {
    expect(check(inner)).toBe('signature-shape');
  });
});
