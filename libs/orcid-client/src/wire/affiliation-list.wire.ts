import { parsePutCode, type PutCode } from '@ligature/orcid-model';
import { z } from 'zod';

/** What is read of an affiliation summary: enough to find our own item again. Unknown members are left unread. */
export interface SeenAffiliation {
  readonly putCode: PutCode;
  /** Client that is the source; null when the owner entered it. */
  readonly sourceClientId: string | null;
  /** Values of `self` identifiers. */
  readonly selfIds: readonly string[];
}

const ExternalIds = z
  .object({
    'external-id': z
      .array(z.object({ 'external-id-value': z.string(), 'external-id-relationship': z.string().nullish() }))
      .nullish(),
  })
  .nullish();

const Source = z
  .object({
    'source-client-id': z.object({ path: z.string() }).nullish(),
    'assertion-origin-client-id': z.object({ path: z.string() }).nullish(),
  })
  .nullish();

const Summary = z.object({
  'put-code': z.union([z.number(), z.string()]),
  source: Source,
  'external-ids': ExternalIds,
});

const List = z.object({
  'affiliation-group': z.array(z.object({ summaries: z.array(z.record(z.string(), Summary)) })).nullish(),
});

/** Reads `GET /{orcid}/employments` and its six sisters. @throws ZodError when it is not such a list */
export function readAffiliationList(json: unknown): SeenAffiliation[] {
  const groups = List.parse(json)['affiliation-group'] ?? [];
  return groups.flatMap((group) => group.summaries.flatMap((summary) => Object.values(summary).map(toSeen)));
}

function toSeen(summary: z.infer<typeof Summary>): SeenAffiliation {
  const origin = summary.source?.['assertion-origin-client-id']?.path;
  const client = summary.source?.['source-client-id']?.path ?? null;
  return {
    putCode: parsePutCode(summary['put-code']),
    sourceClientId: origin === undefined || origin === client ? client : null,
    selfIds: (summary['external-ids']?.['external-id'] ?? [])
      .filter((id) => id['external-id-relationship'] === 'self')
      .map((id) => id['external-id-value']),
  };
}
