interface Variable {
  readonly name: string;
  readonly default?: string;
  readonly isRequired: boolean;
  readonly meaning: string;
}

interface Config {
  readonly title: string;
  readonly variables: readonly Variable[];
}

/** What each app reads, by the name of the app. */
export type Readers = Readonly<Record<string, readonly Config[]>>;

/** docs/configuration.md: every environment variable once, and which apps read it. */
export function configurationPage(readers: Readers): string {
  const configs = new Map(
    Object.values(readers)
      .flat()
      .map((config) => [config.title, config]),
  );
  return [
    '# Configuration',
    '',
    'Everything is set by environment variables, read once when a process starts. All faults are listed at once, by name;',
    'no secret has a default. This page is generated from the code: `npm run generate`.',
    '',
    'With `NODE_ENV=production` addresses must be https, and what is only for development is refused. Other values:',
    '`development` (the default) and `test`.',
    ...[...configs.values()].flatMap((config) => section(config, appsThatRead(config.title, readers))),
    '',
  ].join('\n');
}

function appsThatRead(title: string, readers: Readers): string[] {
  return Object.keys(readers).filter((app) => readers[app]?.some((config) => config.title === title));
}

function section({ title, variables }: Config, apps: readonly string[]): string[] {
  const rows = variables.map(
    ({ name, meaning, ...variable }) => `| \`${name}\` | ${defaultOf(variable)} | ${meaning} |`,
  );
  const readBy = `Read by ${apps.join(', ')}.`;
  return ['', `## ${title}`, '', readBy, '', '| variable | default | meaning |', '| --- | --- | --- |', ...rows];
}

function defaultOf(variable: Pick<Variable, 'default' | 'isRequired'>): string {
  if (variable.isRequired) return '**required**';
  return variable.default === undefined ? 'none' : `\`${variable.default}\``;
}
