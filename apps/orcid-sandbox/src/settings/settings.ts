import { z } from 'zod';
import { SECTIONS, type SectionName } from '../model/sections.ts';
import { LOCALES, VISIBILITIES } from '../model/vocabulary.ts';

const visibility = z.enum(VISIBILITIES);
const orcid = z.string().regex(/^(\d{4}-){3}\d{3}[\dX]$/, 'an ORCID iD has the form 0009-9900-0000-0001');
const url = z.url();
const putCode = z.number().int().positive().optional().describe('Fixed, instead of the next one.');
const created = z.iso.datetime().optional().describe('When it began, instead of now.');

const client = z.strictObject({
  id: z.string().min(1).max(50).describe('ORCID issues APP- and 16 capitals or digits; anything is accepted here.'),
  secret: z.string().min(1).max(100),
  name: z.string().min(1),
  description: z.string().default(''),
  homepage: z.string().default('https://example.org'),
  redirectUris: z.array(url).default([]),
  type: z.enum(['public', 'member', 'premium']).default('member'),
  scopes: z
    .array(z.string())
    .optional()
    .describe('What this client may ask for, instead of what its type allows, e.g. with /email/read-private.'),
  state: z.enum(['active', 'locked', 'deactivated']).default('active'),
  userObo: z
    .boolean()
    .default(false)
    .describe('Items that it writes have the person as their assertion origin: search-and-link wizards.'),
  startedByOrcid: z
    .strictObject({
      redirectUri: url,
      scopes: z.array(z.string()).min(1),
      domains: z.array(z.string()).default([]).describe('Who has a verified address there may get notices.'),
    })
    .optional()
    .describe('ORCID itself leads people to this client, by a link without state: on their page and in their inbox.'),
});

const email = z.strictObject({
  address: z.string().min(3),
  primary: z.boolean().default(false),
  verified: z.boolean().default(true),
  visibility: visibility.default('private'),
});

const item = z.strictObject({
  section: z.enum(Object.keys(SECTIONS) as [SectionName, ...SectionName[]]),
  content: z.record(z.string(), z.unknown()).describe('The body of a POST to this section, as JSON.'),
  source: z.string().optional().describe('The id of the client that wrote it; the person themselves when absent.'),
  visibility: visibility.optional(),
  putCode,
  displayIndex: z.number().int().optional().describe('The highest stands first in its group or list.'),
  created,
});

const person = z
  .strictObject({
    key: z.string().min(1).optional().describe('The situation this person stands for, e.g. denies or locked.'),
    note: z.string().optional().describe('A hint for whoever tries things out, shown on the sign-in page.'),
    orcid: orcid.optional().describe('Minted in a block that ORCID does not assign when absent.'),
    password: z.string().min(1).default('password'),
    email: z.string().min(3).optional(),
    emails: z.array(email).default([]).describe('Further addresses; `email` is the primary, verified, private one.'),
    givenNames: z.string().min(1),
    familyName: z.string().min(1).optional(),
    creditName: z.string().min(1).optional(),
    nameVisibility: visibility.default('public'),
    defaultVisibility: visibility.default('public').describe('What new items get, whatever the client asks for.'),
    biography: z.strictObject({ content: z.string().min(1), visibility: visibility.default('public') }).optional(),
    locale: z.enum(LOCALES as [string, ...string[]]).default('en'),
    notifications: z.boolean().default(true).describe('false: the person opted out of permission notifications.'),
    state: z.enum(['active', 'locked', 'deactivated', 'merged', 'unclaimed']).default('active'),
    mergedInto: z.string().optional().describe('Key or iD of the primary record, when the state is merged.'),
    createdBy: z.string().optional().describe('The client that created an unclaimed record, and may see it.'),
    twoFactor: z.boolean().default(false).describe('Signs in with two factors, which the amr claim tells members.'),
    created,
    items: z.array(item).default([]),
  })
  .refine(
    ({ key, orcid, email }) => (key ?? orcid ?? email) !== undefined,
    'a person needs a key, an iD or an address',
  );

const organization = z.strictObject({
  name: z.string().min(1),
  city: z.string().default(''),
  region: z.string().optional(),
  country: z.string().length(2),
  identifiers: z.array(
    z.strictObject({ source: z.enum(['ROR', 'GRID', 'FUNDREF', 'RINGGOLD', 'LEI']), value: z.string().min(1) }),
  ),
  domains: z
    .array(z.string())
    .default([])
    .describe('E-mail domains; people with a verified address there are offered this affiliation once, inside OAuth.'),
});

const token = z
  .strictObject({
    accessToken: z.string().min(1),
    refreshToken: z.string().min(1).optional(),
    client: z.string(),
    person: z.string().optional().describe('Key or iD; a token without a person is one of client credentials.'),
    scopes: z.array(z.string()).min(1),
    revoked: z.enum(['USER_REVOKED', 'CLIENT_REVOKED', 'STAFF_REVOKED', 'RECORD_DEACTIVATED']).optional(),
  })
  .describe('A token that exists from the start, so that a test may skip the browser.');

const group = z.strictObject({
  groupId: z.string(),
  name: z.string(),
  description: z.string().default('A simulated group'),
  type: z.string().default('journal'),
  putCode,
});

const oauth = z.strictObject({
  codeLifetimeSeconds: z.number().positive().default(600).describe('Unknown at ORCID: 10 minutes or 24 hours.'),
  tokenLifetimeSeconds: z.number().positive().default(631138518),
  idTokenLifetimeSeconds: z.number().positive().default(86400),
  implicitLifetimeSeconds: z.number().positive().default(600),
  introspectionTimeoutSeconds: z
    .number()
    .positive()
    .default(20)
    .describe('After so long without an answer a token counts as invalid (S: HttpRequestUtils).'),
  implicitScopes: z
    .enum(['narrow', 'refuse'])
    .default('narrow')
    .describe(
      'What becomes of other scopes than openid and /authenticate in the implicit flow; the old server: narrow.',
    ),
  oldSecretSeconds: z
    .number()
    .min(0)
    .default(86_400)
    .describe('How long the old secret of a client is good after a reset; ORCID: at least a day.'),
  authorizeErrors: z
    .enum(['fragment', 'query'])
    .default('fragment')
    .describe('fragment: as the page of today sends them; query: as documented. A denial always uses the query.'),
  redirectMatching: z.enum(['prefix', 'exact']).default('prefix').describe('Unknown at ORCID; the old server: prefix.'),
  refreshRevokesOld: z.boolean().default(false).describe('Whether a refresh always ends the old pair; unknown.'),
  honourRevokeOld: z.boolean().default(false).describe('Whether revoke_old has an effect; today it is not forwarded.'),
  tokenKeyOrder: z
    .array(z.string())
    .default(['access_token', 'token_type', 'refresh_token', 'expires_in', 'scope', 'name', 'orcid', 'id_token']),
  texts: z.record(z.string(), z.string()).default({}).describe('Other words for an error_description, by its key.'),
});

const rate = (perSecond: number) =>
  z
    .strictObject({ perSecond: z.number().positive().default(perSecond), burst: z.number().min(0).default(40) })
    .prefault({});

const rateLimits = z.strictObject({
  enabled: z.boolean().default(true),
  member: rate(24),
  public: rate(12),
  anonymousDailyQuota: z.number().int().positive().optional().describe('Anonymous reads of the public API a day.'),
});

const webhooks = z.strictObject({
  enabled: z.boolean().default(true),
  intervalSeconds: z.number().positive().default(2).describe('How often the sender looks; ORCID: minutes.'),
  timeFactor: z.number().positive().default(1).describe('Divides the waiting times between tries.'),
  retryMinutes: z.number().positive().default(10),
  maxFailures: z.number().int().positive().default(25),
  timeoutSeconds: z.number().positive().default(20),
});

const inbox = z.strictObject({
  archiveDays: z.number().positive().default(181).describe('A notice is archived after so many days (S: PR 7454).'),
  deleteDays: z.number().positive().default(365).describe('And deleted after so many.'),
});

const validation = z.strictObject({
  requireRelationship: z
    .boolean()
    .default(true)
    .describe(
      'Whether an identifier without a relationship is refused, as at ORCID since 2023-01-18 (ExternalIDValidator).',
    ),
});

const limits = z.strictObject({
  worksPerRecord: z.number().int().positive().default(10_000),
  bulk: z.number().int().positive().default(100),
  claimWaitDays: z.number().min(0).default(10),
  logEntries: z.number().int().positive().default(10_000),
});

export const settingsSchema = z
  .strictObject({
    $schema: z.string().optional(),
    baseUrls: z
      .strictObject({ site: url, api: url, pub: url })
      .optional()
      .describe('Public addresses, when they are not http://localhost:PORT, …/api and …/pub.'),
    trustProxy: z
      .boolean()
      .default(false)
      .describe('Take the public address from X-Forwarded-Host and X-Forwarded-Proto when baseUrls is absent.'),
    listPeople: z.boolean().default(true).describe('Whether the sign-in page offers the people as buttons.'),
    firstPutCode: z.number().int().positive().default(1001),
    clients: z.array(client).default([]),
    people: z.array(person).default([]),
    organizations: z.array(organization).default([]),
    tokens: z.array(token).default([]),
    groups: z.array(group).default([]),
    oauth: oauth.prefault({}),
    rateLimits: rateLimits.prefault({}),
    webhooks: webhooks.prefault({}),
    inbox: inbox.prefault({}),
    validation: validation.prefault({}),
    limits: limits.prefault({}),
  })
  .describe('Settings of the local ORCID: who is there, and what the outside world does not tell us about ORCID.');

export type Settings = z.output<typeof settingsSchema>;
export type SettingsInput = z.input<typeof settingsSchema>;
export type ClientSettings = Settings['clients'][number];
export type PersonSettings = Settings['people'][number];
export type PersonInput = NonNullable<SettingsInput['people']>[number];
export type ItemSettings = PersonSettings['items'][number];
export type OrganizationSettings = Settings['organizations'][number];
export type GroupSettings = Settings['groups'][number];
export type TokenSettings = Settings['tokens'][number];

export const personSettings = person;
