import { freshId, NAMESPACES } from '../forge/facts.ts';
import type { Recipe } from '../forge/recipe.ts';
import { signatureOver } from '../forge/sign-xml.ts';

/** Signature wrapping: the signed part is moved to where it is verified and not read (Somorovsky and others, 2012). */

const ASSERTION = /<saml:Assertion[\s\S]*<\/saml:Assertion>/;
const SIGNATURE = /<ds:Signature[\s\S]*?<\/ds:Signature>/;

const assertionIn = (xml: string): string => ASSERTION.exec(xml)?.[0] ?? '';
const signatureIn = (xml: string): string => SIGNATURE.exec(xml)?.[0] ?? '';
const unsigned = (xml: string): string => xml.replace(SIGNATURE, '');
const idOf = (xml: string): string => / ID="([^"]*)"/.exec(xml)?.[1] ?? '';
const withId = (xml: string, id: string): string => xml.replace(/ ID="[^"]*"/, id === '' ? '' : ` ID="${id}"`);

/** The same assertion about somebody else. */
function evil(assertion: string, id = freshId()): string {
  return withId(unsigned(assertion), id).replaceAll('u-1@example.edu', 'mallory@example.edu');
}

type Wrap = (genuine: string, forged: string) => string;

/** Where the genuine assertion goes when a forged one takes its place. */
const PLACES: Readonly<Record<string, Wrap>> = {
  'before the genuine one': (genuine, forged) => forged + genuine,
  'behind the genuine one': (genuine, forged) => genuine + forged,
  'around the genuine one': (genuine, forged) => forged.replace('</saml:Assertion>', `${genuine}</saml:Assertion>`),
  'around the genuine one, which stands first in it': (genuine, forged) =>
    forged.replace(/(<saml:Assertion[^>]*>)/, `$1${genuine}`),
  'with the genuine one as advice': (genuine, forged) =>
    forged.replace('<saml:AuthnStatement', `<saml:Advice>${genuine}</saml:Advice><saml:AuthnStatement`),
  'with the genuine one among the attribute values': (genuine, forged) =>
    forged.replace(
      '<saml:AttributeValue>',
      `<saml:AttributeValue>${genuine}</saml:AttributeValue><saml:AttributeValue>`,
    ),
  'with the genuine one in the subject': (genuine, forged) =>
    forged.replace('</saml:Subject>', `${genuine}</saml:Subject>`),
  'with the genuine one in the confirmation data': (genuine, forged) =>
    forged.replace(
      /<saml:SubjectConfirmationData([^>]*)\/>/,
      `<saml:SubjectConfirmationData$1>${genuine}</saml:SubjectConfirmationData>`,
    ),
  'with the genuine one in the conditions': (genuine, forged) =>
    forged.replace('</saml:Conditions>', `${genuine}</saml:Conditions>`),
  'with the genuine one in an extension before it': (genuine, forged) =>
    `<samlp:Extensions>${genuine}</samlp:Extensions>${forged}`,
  'with the genuine one in an extension behind it': (genuine, forged) =>
    `${forged}<samlp:Extensions>${genuine}</samlp:Extensions>`,
  'with the genuine one in an element of no namespace': (genuine, forged) => `${forged}<hidden>${genuine}</hidden>`,
  'with the genuine one in a second status': (genuine, forged) =>
    `${forged}<samlp:Status><samlp:StatusDetail>${genuine}</samlp:StatusDetail></samlp:Status>`,
};

function swap(xml: string, wrap: Wrap, forged: string): string {
  return xml.replace(ASSERTION, () => wrap(assertionIn(xml), forged));
}

const ofAssertions: Recipe[] = Object.entries(PLACES).flatMap(([place, wrap]) => [
  {
    name: `a forged assertion ${place}`,
    signs: 'assertion',
    tampers: (xml: string) => swap(xml, wrap, evil(assertionIn(xml))),
  },
  {
    name: `a forged assertion ${place}, both under one id`,
    signs: 'assertion',
    tampers: (xml: string) => swap(xml, wrap, evil(assertionIn(xml), idOf(assertionIn(xml)))),
  },
]);

const withMovedSignature: Recipe[] = (
  [
    [
      'the signature moved to the forged one, the genuine one inside the signature',
      (signature, genuine) => signature.replace('</ds:Signature>', `<ds:Object>${genuine}</ds:Object></ds:Signature>`),
    ],
    ['the signature moved to the forged one, the genuine one behind it', (signature) => signature],
    [
      'the signature moved to the forged one, the genuine one in its KeyInfo',
      (signature, genuine) => signature.replace('</ds:KeyInfo>', `${genuine}</ds:KeyInfo>`),
    ],
  ] as const satisfies readonly (readonly [string, (signature: string, genuine: string) => string])[]
).map(([name, build]) => ({
  name,
  signs: 'assertion',
  tampers: (xml: string) => {
    const genuine = unsigned(assertionIn(xml));
    const forged = evil(assertionIn(xml)).replace(
      '</saml:Issuer>',
      `</saml:Issuer>${build(signatureIn(xml), genuine)}`,
    );
    return xml.replace(ASSERTION, () => (name.endsWith('behind it') ? forged + genuine : forged));
  },
}));

/** The whole response is signed; a forged response goes around it. */
function aroundResponse(place: string, build: (forged: string, genuine: string, signature: string) => string): Recipe {
  return {
    name: `a forged response ${place}`,
    signs: 'response',
    tampers: (xml) => {
      const signature = signatureIn(xml);
      const genuine = unsigned(xml);
      const forged = withId(genuine, freshId()).replaceAll('u-1@example.edu', 'mallory@example.edu');
      return build(forged, genuine, signature);
    },
  };
}

const inside = (outer: string, inner: string): string => outer.replace('</saml:Issuer>', `</saml:Issuer>${inner}`);

const ofResponses: Recipe[] = [
  aroundResponse('with the signed one in the signature', (forged, genuine, signature) =>
    inside(forged, signature.replace('</ds:Signature>', `<ds:Object>${genuine}</ds:Object></ds:Signature>`)),
  ),
  aroundResponse('with the signed one at its end', (forged, genuine, signature) =>
    inside(forged, signature).replace(/<\/samlp:Response>$/, `${genuine}</samlp:Response>`),
  ),
  aroundResponse('with the signed one, signature and all, at its end', (forged, genuine, signature) =>
    forged.replace(/<\/samlp:Response>$/, `${inside(genuine, signature)}</samlp:Response>`),
  ),
  aroundResponse('with the signed one in an extension', (forged, genuine, signature) =>
    inside(forged, `<samlp:Extensions>${inside(genuine, signature)}</samlp:Extensions>`),
  ),
  aroundResponse('with the signed one in its status', (forged, genuine, signature) =>
    forged.replace(
      '</samlp:Status>',
      `<samlp:StatusDetail>${inside(genuine, signature)}</samlp:StatusDetail></samlp:Status>`,
    ),
  ),
  aroundResponse('with the signed one as an attribute value', (forged, genuine, signature) =>
    forged.replace('</saml:AttributeValue>', `${inside(genuine, signature)}</saml:AttributeValue>`),
  ),
  aroundResponse(
    'in a foreign envelope with the signed one',
    (forged, genuine, signature) => `<envelope>${forged}${inside(genuine, signature)}</envelope>`,
  ),
];

const ofReferences: Recipe[] = [
  {
    name: 'a signature over the assertion, standing in the response',
    signs: 'assertion',
    tampers: (xml) => inside(unsigned(xml), signatureIn(xml)),
  },
  {
    name: 'a signature over the response, standing in the assertion',
    signs: 'response',
    tampers: (xml) =>
      unsigned(xml).replace(/(<saml:Assertion[^>]*><saml:Issuer>[^<]*<\/saml:Issuer>)/, `$1${signatureIn(xml)}`),
  },
  {
    name: 'a signature over the subject only',
    signs: 'neither',
    tampers: async (xml, _asked, parties) => {
      const subject = (/<saml:Subject>[\s\S]*<\/saml:Subject>/.exec(xml)?.[0] ?? '').replace(
        '<saml:Subject>',
        '<saml:Subject xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_s">',
      );
      const signature = await signatureOver(subject, { key: parties.provider });
      return xml
        .replace(/<saml:Subject>[\s\S]*<\/saml:Subject>/, subject)
        .replace(/(<saml:Assertion[^>]*><saml:Issuer>[^<]*<\/saml:Issuer>)/, `$1${signature}`);
    },
  },
  {
    name: 'a genuine assertion of another answer under a forged response',
    signs: 'assertion',
    tampers: (xml, asked) =>
      xml.replace(
        /^<samlp:Response[^>]*>/,
        `<samlp:Response ${NAMESPACES} ID="${freshId()}" Version="2.0" IssueInstant="${asked.now.toISOString()}" InResponseTo="_other">`,
      ),
  },
];

export const wrapping: readonly Recipe[] = [...ofAssertions, ...withMovedSignature, ...ofResponses, ...ofReferences];
