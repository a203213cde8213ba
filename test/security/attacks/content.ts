import { audience, authentication, conditions, confirmation, minutes, nameId, status } from '../forge/facts.ts';
import type { Asked, Facts } from '../forge/facts.ts';
import type { Recipe } from '../forge/recipe.ts';

/** Genuinely signed by the provider, and wrong in what it says. */
type Says = (asked: Asked, facts: Facts) => Partial<Facts>;

const said = (entries: readonly (readonly [string, Says])[]): Recipe[] =>
  entries.map(([name, says]) => ({ name, says }));

const ELSEWHERE = 'https://elsewhere.invalid';
const CM = 'urn:oasis:names:tc:SAML:2.0:cm:';
const STATUS = 'urn:oasis:names:tc:SAML:2.0:status:';

const confirmed =
  (changed: Readonly<Record<string, string | undefined>>): Says =>
  (asked) => ({ confirmationXml: confirmation(asked, changed) });
const windowed =
  (changed: (asked: Asked) => Readonly<Record<string, string | undefined>>): Says =>
  (asked) => ({ conditionsXml: conditions(asked, changed(asked)) });
const restricted =
  (inner: (asked: Asked) => string): Says =>
  (asked) => ({ conditionsXml: conditions(asked, {}, inner(asked)) });
const outside =
  (changed: Readonly<Record<string, string | undefined>>): Says =>
  (_asked, { responseAttributes }) => ({ responseAttributes: { ...responseAttributes, ...changed } });
const within =
  (changed: Readonly<Record<string, string | undefined>>): Says =>
  (_asked, { assertionAttributes }) => ({ assertionAttributes: { ...assertionAttributes, ...changed } });

const times = said([
  [
    'conditions that have ended',
    windowed((asked) => ({ NotBefore: minutes(asked, -20), NotOnOrAfter: minutes(asked, -10) })),
  ],
  [
    'conditions that have not begun',
    windowed((asked) => ({ NotBefore: minutes(asked, 10), NotOnOrAfter: minutes(asked, 20) })),
  ],
  [
    'conditions that ended two minutes ago, more than a clock may differ',
    windowed((asked) => ({ NotOnOrAfter: minutes(asked, -2) })),
  ],
  ['an end that is no time', windowed(() => ({ NotOnOrAfter: 'tomorrow' }))],
  ['an end without a zone', windowed((asked) => ({ NotOnOrAfter: minutes(asked, 5).replace('Z', '') }))],
  ['an end in another zone', windowed((asked) => ({ NotOnOrAfter: minutes(asked, 5).replace('Z', '+14:00') }))],
  ['an end that is a number', windowed(() => ({ NotOnOrAfter: '9999999999999' }))],
  ['an empty end', windowed(() => ({ NotOnOrAfter: '' }))],
  ['a confirmation that has ended', (asked) => confirmed({ NotOnOrAfter: minutes(asked, -10) })(asked, {} as Facts)],
  ['a confirmation that never ends', confirmed({ NotOnOrAfter: undefined })],
  ['a confirmation that begins', (asked) => confirmed({ NotBefore: minutes(asked, -1) })(asked, {} as Facts)],
  ['a confirmation that ends in words', confirmed({ NotOnOrAfter: 'never' })],
  ['an assertion made an hour ago', (asked, facts) => within({ IssueInstant: minutes(asked, -60) })(asked, facts)],
  ['an assertion made tomorrow', (asked, facts) => within({ IssueInstant: minutes(asked, 24 * 60) })(asked, facts)],
  ['an assertion made at no time', within({ IssueInstant: undefined })],
  ['an assertion made at a time of no meaning', within({ IssueInstant: 'now' })],
  ['a response made an hour ago', (asked, facts) => outside({ IssueInstant: minutes(asked, -60) })(asked, facts)],
  ['a response made tomorrow', (asked, facts) => outside({ IssueInstant: minutes(asked, 24 * 60) })(asked, facts)],
  [
    'a sign-in at the provider that is still to come',
    (asked) => ({ authenticationXml: authentication(asked, { AuthnInstant: minutes(asked, 60) }) }),
  ],
  [
    'a sign-in at the provider at no time',
    (asked) => ({ authenticationXml: authentication(asked, { AuthnInstant: undefined }) }),
  ],
  [
    'a session at the provider that is over',
    (asked) => ({ authenticationXml: authentication(asked, { SessionNotOnOrAfter: minutes(asked, -10) }) }),
  ],
  [
    'a session at the provider that ends in words',
    (asked) => ({ authenticationXml: authentication(asked, { SessionNotOnOrAfter: 'soon' }) }),
  ],
]);

const addressees = said([
  ['for another audience', restricted(() => audience(`${ELSEWHERE}/metadata`))],
  ['for no audience', restricted(() => '')],
  ['for an empty audience', restricted(() => audience(''))],
  ['for a list of no audiences', restricted(() => audience())],
  ['for an audience that begins as ours', restricted((asked) => audience(`${asked.audience}/../x`))],
  ['for our audience in capitals', restricted((asked) => audience(asked.audience.toUpperCase()))],
  [
    'for us, and in another restriction for another',
    restricted((asked) => audience(asked.audience) + audience(`${ELSEWHERE}/metadata`)),
  ],
  ['without conditions', () => ({ conditionsXml: '' })],
  [
    'with two conditions, one of them ours',
    (asked) => ({ conditionsXml: conditions(asked, {}, audience(ELSEWHERE)) + conditions(asked) }),
  ],
  [
    'under a condition that nobody knows',
    restricted(
      (asked) =>
        `${audience(asked.audience)}<saml:Condition xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:x="urn:x" xsi:type="x:Full"/>`,
    ),
  ],
  ['for another recipient', confirmed({ Recipient: `${ELSEWHERE}/acs` })],
  ['for no recipient', confirmed({ Recipient: undefined })],
  ['for an empty recipient', confirmed({ Recipient: '' })],
  ['for a recipient with a query more', (asked) => confirmed({ Recipient: `${asked.acsUrl}?x=1` })(asked, {} as Facts)],
  ['for a recipient with a slash more', (asked) => confirmed({ Recipient: `${asked.acsUrl}/` })(asked, {} as Facts)],
  [
    'for our recipient in capitals',
    (asked) => confirmed({ Recipient: asked.acsUrl.toUpperCase() })(asked, {} as Facts),
  ],
  ['for another destination', outside({ Destination: `${ELSEWHERE}/acs` })],
  ['for an empty destination', outside({ Destination: '' })],
  ['for no destination, though signed', outside({ Destination: undefined })],
  ['for our metadata as its destination', (asked, facts) => outside({ Destination: asked.audience })(asked, facts)],
]);

const senders = said([
  ['issued by another', () => ({ issuerXml: `<saml:Issuer>${ELSEWHERE}/idp</saml:Issuer>` })],
  ['sent by another', () => ({ responseIssuerXml: `<saml:Issuer>${ELSEWHERE}/idp</saml:Issuer>` })],
  ['issued by nobody', () => ({ issuerXml: '' })],
  ['issued by an empty name', () => ({ issuerXml: '<saml:Issuer></saml:Issuer>' })],
  [
    'issued by two',
    (_asked, { issuerXml }) => ({ issuerXml: `${issuerXml}<saml:Issuer>${ELSEWHERE}/idp</saml:Issuer>` }),
  ],
  [
    'issued by the provider in capitals',
    (asked) => ({ issuerXml: `<saml:Issuer>${asked.issuer.toUpperCase()}</saml:Issuer>` }),
  ],
  [
    'issued by the provider with a slash more',
    (asked) => ({ issuerXml: `<saml:Issuer>${asked.issuer}/</saml:Issuer>` }),
  ],
  ['issued by us', (asked) => ({ issuerXml: `<saml:Issuer>${asked.audience}</saml:Issuer>` })],
  [
    'issued by a mail address',
    (asked) => ({
      issuerXml: `<saml:Issuer Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">${asked.issuer}</saml:Issuer>`,
    }),
  ],
]);

const confirmations = said([
  ['a subject that is not confirmed', () => ({ confirmationXml: '' })],
  ['a holder of a key', (asked) => ({ confirmationXml: confirmation(asked, {}, `${CM}holder-of-key`) })],
  ['a voucher', (asked) => ({ confirmationXml: confirmation(asked, {}, `${CM}sender-vouches`) })],
  [
    'a bearer of SAML 1.1',
    (asked) => ({ confirmationXml: confirmation(asked, {}, 'urn:oasis:names:tc:SAML:1.0:cm:bearer') }),
  ],
  [
    'a confirmation without a method',
    (asked) => ({ confirmationXml: confirmation(asked).replace(/ Method="[^"]*"/, '') }),
  ],
  ['a confirmation without data', () => ({ confirmationXml: `<saml:SubjectConfirmation Method="${CM}bearer"/>` })],
  [
    'two bearers, one of them for another',
    (asked) => ({ confirmationXml: confirmation(asked, { Recipient: ELSEWHERE }) + confirmation(asked) }),
  ],
  [
    'two pieces of data in one confirmation',
    (asked) => ({ confirmationXml: confirmation(asked).replace(/(<saml:SubjectConfirmationData[^>]*\/>)/, '$1$1') }),
  ],
  ['a confirmation of another request', confirmed({ InResponseTo: '_other' })],
  ['a confirmation of no request', confirmed({ InResponseTo: undefined })],
  ['a confirmation of an empty request', confirmed({ InResponseTo: '' })],
  ['an answer to another request', outside({ InResponseTo: '_other' })],
  ['an answer to no request', outside({ InResponseTo: undefined })],
  ['an answer to an empty request', outside({ InResponseTo: '' })],
  [
    'an answer that nobody asked for',
    (asked, facts) => ({
      ...outside({ InResponseTo: undefined })(asked, facts),
      ...confirmed({ InResponseTo: undefined })(asked, facts),
    }),
  ],
  [
    'an answer to another request, inside and out',
    (asked, facts) => ({
      ...outside({ InResponseTo: '_other' })(asked, facts),
      ...confirmed({ InResponseTo: '_other' })(asked, facts),
    }),
  ],
  [
    'two subjects',
    (asked, { nameIdXml }) => ({
      nameIdXml: `${nameIdXml}${confirmation(asked)}</saml:Subject><saml:Subject>${nameId('persistent', 'mallory')}`,
    }),
  ],
]);

const outcomes = said([
  ...['Requester', 'Responder', 'VersionMismatch', 'AuthnFailed', 'success', 'Success '].map(
    (code): readonly [string, Says] => [
      `a status of ${JSON.stringify(code)} with an assertion`,
      () => ({ statusXml: status(STATUS + code) }),
    ],
  ),
  [
    'a refusal that holds a success',
    () => ({ statusXml: status(`${STATUS}Requester`, `<samlp:StatusCode Value="${STATUS}Success"/>`) }),
  ],
  ['no status', () => ({ statusXml: '' })],
  ['a status without a code', () => ({ statusXml: '<samlp:Status/>' })],
  [
    'two status codes',
    () => ({
      statusXml: status(`${STATUS}Success`).replace(
        '</samlp:Status>',
        `<samlp:StatusCode Value="${STATUS}Requester"/></samlp:Status>`,
      ),
    }),
  ],
  ['two statuses', () => ({ statusXml: status(`${STATUS}Success`) + status(`${STATUS}Requester`) })],
  ['an assertion of SAML 1.1', within({ Version: '1.1' })],
  ['an assertion of no version', within({ Version: undefined })],
  ['an assertion of SAML 3', within({ Version: '3.0' })],
  ['a response of SAML 1.1', outside({ Version: '1.1' })],
  ['a response of no version', outside({ Version: undefined })],
  ['nobody signed in at the provider', () => ({ authenticationXml: '' })],
  [
    'an assertion without an id',
    (_asked, facts) => ({ assertionAttributes: facts.assertionAttributes, assertionId: '' }),
  ],
  ['an assertion with an id that is a path', () => ({ assertionId: '../x' })],
]);

const shapes: Recipe[] = [
  {
    name: 'no assertion',
    response: (xml) => xml.replace(/<saml:Assertion[\s\S]*<\/saml:Assertion>/, ''),
    signs: 'response',
  },
  {
    name: 'two assertions, both signed',
    tampers: (xml) =>
      xml.replace(
        /<saml:Assertion[\s\S]*<\/saml:Assertion>/,
        (found) => found + found.replace(/ ID="[^"]*"/, ' ID="_second"'),
      ),
  },
  {
    name: 'a logout answer in its place',
    response: (xml) => xml.replaceAll('samlp:Response', 'samlp:LogoutResponse'),
    signs: 'response',
  },
  {
    name: 'a request in its place',
    response: (xml) => xml.replaceAll('samlp:Response', 'samlp:AuthnRequest'),
    signs: 'response',
  },
  { name: 'an assertion by itself', tampers: (xml) => /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? '' },
  {
    name: 'a refusal with its reason in HTML',
    says: () => ({
      statusXml: status(`${STATUS}Responder`).replace(
        '</samlp:Status>',
        '<samlp:StatusMessage>&lt;script&gt;alert(1)&lt;/script&gt;</samlp:StatusMessage></samlp:Status>',
      ),
    }),
    response: (xml) => xml.replace(/<saml:Assertion[\s\S]*<\/saml:Assertion>/, ''),
    signs: 'response',
  },
];

export const content: readonly Recipe[] = [
  ...times,
  ...addressees,
  ...senders,
  ...confirmations,
  ...outcomes,
  ...shapes,
];
