import { speakingParts, type StatedPolicy } from '@ligature/identity-model';
import { z } from 'zod';
import { providerPolicy } from './provider-policy.schema.ts';

const httpAddress = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

/** Where each kind of source says that it is. */
export const LOCATIONS = {
  metadataUrl: 'url',
  metadataFile: 'file',
  federationUrl: 'federation',
  mdqUrl: 'mdq',
} as const;

const policy = z.strictObject(providerPolicy).partial();

/** Identity providers: the metadata of one, by address or as a file; a federation's list; or some, asked of a query service. */
export const ProviderSource = z
  .strictObject({
    metadataUrl: httpAddress,
    metadataFile: z.string(),
    federationUrl: httpAddress,
    mdqUrl: httpAddress,
    /** Files beside this one, or PEM texts: certificates one of which must have signed the metadata. */
    signedBy: z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]),
    /** The only ones that are wanted. */
    entityIds: z.array(z.string()).min(1),
    /** What differs for single ones, by entity id. */
    exceptions: z.record(z.string(), policy),
    ...providerPolicy,
  })
  .partial()
  .superRefine((source, context) => {
    for (const message of [...placeFaults(source), ...speakingFaults(source)])
      context.addIssue({ code: 'custom', message });
  });

export type ProviderSource = z.output<typeof ProviderSource>;

type Given = Readonly<Partial<Record<keyof typeof LOCATIONS | 'signedBy' | 'entityIds', unknown>>>;

function placeFaults(source: Given): string[] {
  const places = (Object.keys(LOCATIONS) as (keyof typeof LOCATIONS)[]).filter((place) => source[place] !== undefined);
  const [place] = places;
  if (place === undefined || places.length > 1) return [`needs one of ${Object.keys(LOCATIONS).join(', ')}`];
  const isOfMany = place === 'federationUrl' || place === 'mdqUrl';
  const isSigned = source.signedBy !== undefined;
  return [
    ...(isOfMany && !isSigned ? [`${place} needs signedBy: the certificate of whoever publishes it`] : []),
    ...(place === 'mdqUrl' && source.entityIds === undefined ? ['mdqUrl needs entityIds: whom to ask for'] : []),
    ...(isSigned || !isOpenToAll(source[place]) ? [] : ['metadata over http needs signedBy: anybody could change it']),
  ];
}

type Speaking = StatedPolicy & {
  readonly federationUrl?: string | undefined;
  readonly mdqUrl?: string | undefined;
  readonly entityIds?: readonly string[] | undefined;
  readonly exceptions?: Readonly<Record<string, StatedPolicy>> | undefined;
};

/** Who may name the institution's staff and administrators: a provider that is meant by its entity id, and no other. */
function speakingFaults(source: Speaking): string[] {
  const { federationUrl, mdqUrl, entityIds, exceptions = {}, ...policy } = source;
  const isOfOne = entityIds?.length === 1;
  const isOfMany = (federationUrl !== undefined || mdqUrl !== undefined) && !isOfOne;
  const parts = speakingParts(policy);
  const isNameless = policy.staffIdSpace !== undefined && !isOfOne;
  const policies = [policy, ...Object.values(exceptions).map((exception) => ({ ...policy, ...exception }))];
  const hasNoAttribute = policies.some((one) => one.staffIdSpace !== undefined && one.staffIdAttribute === undefined);
  return [
    ...(isOfMany && parts.length > 0 ? [spokenByMany(parts)] : []),
    ...(isNameless && !isOfMany
      ? ['staffIdSpace needs the provider’s entity id: name it in entityIds, or say staffIdSpace in exceptions']
      : []),
    ...(hasNoAttribute ? ['staffIdSpace needs staffIdAttribute: which attribute holds the staff id'] : []),
  ];
}

/** What an operator reads who lets every provider of a source speak for the institution. */
export function spokenByMany(parts: readonly string[]): string {
  const named = new Intl.ListFormat('en-GB').format(parts);
  return (
    `it describes many providers, and each of them could say who is which employee, or who administers: ` +
    `move ${named} to exceptions, under the entity id of the provider that may ("exceptions": {"https://idp.example.edu/idp": {…}})`
  );
}

/** Plain http to another machine. */
function isOpenToAll(place: unknown): boolean {
  if (typeof place !== 'string' || !place.startsWith('http://')) return false;
  return !['localhost', '127.0.0.1', '[::1]'].includes(new URL(place).hostname);
}
