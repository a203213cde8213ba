import type { StatedPolicy } from './provider-policy.ts';

/** What an operator said of a source of metadata and of single providers in it. */
export interface SourcePolicies {
  /** What holds for every provider of the source. */
  readonly policy: StatedPolicy;
  /** What differs for single providers, by entity id. */
  readonly exceptions: Readonly<Record<string, StatedPolicy>>;
}

/** Parts of a policy that let a provider say which employee somebody is, or what they may do. */
const SPEAKING = ['staffIdAttribute', 'staffIdSpace', 'roles'] as const satisfies readonly (keyof StatedPolicy)[];

/** Those parts of a policy that are said in it. */
export function speakingParts(policy: StatedPolicy): readonly (typeof SPEAKING)[number][] {
  return SPEAKING.filter((part) => policy[part] !== undefined);
}

/**
 * What is said of one provider. Where a source describes many, staff ids and roles count only if they are said of the
 * provider by its entity id: otherwise any member of a federation could name the institution's staff and administrators.
 */
export function policyOf(
  entityId: string,
  { policy, exceptions }: SourcePolicies,
  describesMany: boolean,
): StatedPolicy {
  return { ...(describesMany ? withoutSpeaking(policy) : policy), ...exceptions[entityId] };
}

function withoutSpeaking({ staffIdAttribute: _1, staffIdSpace: _2, roles: _3, ...rest }: StatedPolicy): StatedPolicy {
  return rest;
}
