import { ALL_SECTIONS, isRorId, ORCID_ENVIRONMENTS } from '@ligature/orcid-model';
import { DATE_FORMS, FEED_FIELDS, feedKeyOf, type FeedRules, FILE_ENCODINGS, itemsKeyOf } from '@ligature/persistence';
import { z } from 'zod';
import { numberSpace } from './provider-policy.schema.ts';
import { ProviderSource } from './provider-source.schema.ts';

const httpAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/** As browsers write origins; over plain http only on this machine, since ORCID and identity providers send secrets there. */
const origin = httpAddress
  .refine((text) => {
    const { href, origin: itself } = new URL(text);
    return href === `${itself}/`;
  }, 'must be scheme, host and port only, such as https://orcid.example.edu')
  .refine((text) => {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || LOCAL.includes(hostname);
  }, 'must be https')
  .transform((text) => new URL(text).origin);

const timeZone = z.string().refine((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}, 'must be a time zone such as Europe/Berlin');

/** Rows of one feed are known by their own ids: two ways in under one name would overwrite each other. */
function namesTwoFeeds(feed: FeedRules): boolean {
  const owner = { id: '', feed };
  return feed.items === undefined || feedKeyOf(owner).feed !== itemsKeyOf(owner).feed;
}

const feedName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be a short name such as hr');

/** A message of its own for members that are not known. */
function unknownKeys(say: (names: readonly string[]) => string | undefined) {
  return (issue: z.core.$ZodRawIssue): string | undefined =>
    issue.code === 'unrecognized_keys' ? say(issue.keys) : undefined;
}

const heading = z.string().min(1, 'must not be empty');

/** Which column holds a field: its heading, or those that it may have; null where the field is not wanted. */
const FeedColumns = z.partialRecord(
  z.enum(FEED_FIELDS),
  z.union(
    [heading, z.array(heading).min(1), z.null()],
    'must be a heading, a list of headings, or null where the field is not wanted',
  ),
  {
    error: unknownKeys(
      (names) =>
        `${names.join(', ')} is no field: first the field is named, then the heading of its column. Fields are ${FEED_FIELDS.join(', ')}`,
    ),
  },
);

const formerMembers = unknownKeys((names) =>
  names.includes('ignoredColumns')
    ? 'leave "ignoredColumns" out: columns that no field takes are ignored, and a field that is not wanted is null in "columns"'
    : undefined,
);

/** What an operator writes down of an institution. No secret is in it: those come by environment variable. */
export const InstitutionFile = z.strictObject({
  slug: z.string().regex(/^[a-z0-9-]{2,40}$/, 'must be 2 to 40 small letters, digits and hyphens'),
  name: z.string().min(1),
  rorId: z.string().refine(isRorId, 'must be the whole ROR address, such as https://ror.org/05dxps055'),
  timeZone,
  /** Where its portal is; without it, the portal of the deployment's own address is its (`PORTAL_URL`). */
  publicUrl: origin.optional(),
  orcid: z.strictObject({
    environment: z.enum(ORCID_ENVIRONMENTS),
    clientId: z.string().regex(/^APP-[0-9A-Z]{16}$/, 'must be APP- and 16 letters or digits'),
  }),
  branding: z.strictObject({
    color: z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #1d4f91'),
    supportEmail: z.email(),
    privacyUrl: httpAddress.optional(),
    logoUrl: z.url({ protocol: /^https$/, error: 'must be an https address' }).optional(),
  }),
  contacts: z.strictObject({ technical: z.email().optional(), security: z.email().optional() }).default({}),
  identityProviders: z.array(ProviderSource).default([]),
  feed: z
    .strictObject(
      {
        name: feedName.optional(),
        staffIdSpace: numberSpace.optional(),
        file: z.string().optional(),
        encoding: z.enum(FILE_ENCODINGS).optional(),
        sheet: z.string().min(1).optional(),
        columns: FeedColumns.default({}),
        dates: z.enum(DATE_FORMS).default('iso'),
        noEnd: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 9999-12-31')).optional(),
        defaults: z.partialRecord(z.enum(FEED_FIELDS), z.string()).default({}),
        absentMeans: z.enum(['keep', 'ended']).default('keep'),
        items: z
          .strictObject({
            name: feedName.optional(),
            staffIdSpace: numberSpace.optional(),
            sections: z.array(z.enum(ALL_SECTIONS)).min(1),
          })
          .optional(),
      },
      { error: formerMembers },
    )
    .refine(namesTwoFeeds, {
      path: ['items', 'name'],
      error: 'must differ from feed.name (without names, the HR export is called hr and the items file items)',
    }),
});

export type InstitutionFile = z.output<typeof InstitutionFile>;
