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
    for (const message of faultsOf(source)) context.addIssue({ code: 'custom', message });
  });

export type ProviderSource = z.output<typeof ProviderSource>;

type Given = Readonly<Partial<Record<keyof typeof LOCATIONS | 'signedBy' | 'entityIds', unknown>>>;

function faultsOf(source: Given): string[] {
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

/** Plain http to another machine. */
function isOpenToAll(place: unknown): boolean {
  if (typeof place !== 'string' || !place.startsWith('http://')) return false;
  return !['localhost', '127.0.0.1', '[::1]'].includes(new URL(place).hostname);
}
