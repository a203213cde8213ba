type Environment = Readonly<Record<string, string | undefined>>;

/** Which deployment a command is for: always the demo that runs. */
const PLACE = ['NODE_ENV', 'DATABASE_URL', 'ORCID_ENVIRONMENT', 'ORCID_SITE_URL', 'ORCID_API_URL'] as const;

/** Variables of whoever calls that would lead a command elsewhere. */
export function leadingElsewhere(demo: Environment, callers: Environment): string[] {
  return PLACE.filter((name) => callers[name] !== undefined && callers[name] !== demo[name]);
}

/** What a command in the demo reads: what its caller sets, else what the demo runs with. */
export function commandEnvironment(demo: Environment, callers: Environment): Environment {
  return { ...demo, ...callers };
}
