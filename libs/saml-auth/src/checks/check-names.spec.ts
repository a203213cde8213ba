import { anAnswer } from '../testing/answer.builder.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { readPlainXml } from '../xml/read-plain-xml.ts';
import { checkNames } from './check-names.ts';

const check = (xml: string): unknown => refusalOf(() => checkNames(readPlainXml(xml)));

describe('a name in a message', () => {
  it('means one thing in an honest answer, typed values and foreign attributes included', () => {
    expect(check(anAnswer())).toBeUndefined();
    expect(
      check('<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string" xml:lang="de"/>'),
    ).toBeUndefined();
  });

  it.each([
    ['an id is there twice', '<a ID="_1"><b ID="_1"/></a>'],
    ['an id is there twice in other letters', '<a ID="_1"><b id="_1"/></a>'],
    ['an id is not a name', '<a ID="#x"/>'],
    ['an id is empty', '<a ID=""/>'],
    ['an id has a prefix', '<a xmlns:b="urn:b" b:ID="_1"/>'],
    ['an id is XML’s own', '<a xml:id="_1"/>'],
    ['an attribute is there with and without a prefix', '<a xmlns:b="urn:b" x="1" b:x="2"/>'],
    ['an attribute is in a namespace of SAML', '<a xmlns:b="urn:oasis:names:tc:SAML:2.0:assertion" b:x="1"/>'],
    ['a name of SAML stands in no namespace', '<a><Assertion/></a>'],
    ['a name of SAML stands in another namespace', '<a xmlns:b="urn:b"><b:NameID/></a>'],
    [
      'a name of assertions stands among those of the protocol',
      '<p:Assertion xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol"/>',
    ],
    ['a name of signatures stands in another namespace', '<a xmlns:b="urn:b"><b:Signature/></a>'],
  ])('is refused when %s', (_, xml) => {
    expect(check(xml)).toBe('ambiguous-name');
  });
});
