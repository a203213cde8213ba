import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Secrets of one demo, made at its first start and kept so that a second start can read what the first one sealed. */
export interface DemoSecrets {
  readonly tokenKeys: string;
  readonly sessionSecrets: string;
}

export function demoSecrets(file: string): DemoSecrets {
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(newSecrets(), null, 2), { mode: 0o600 });
  return JSON.parse(readFileSync(file, 'utf8')) as DemoSecrets;
}

function newSecrets(): DemoSecrets {
  const random = (): string => randomBytes(32).toString('base64');
  return { tokenKeys: `demo:${random()}`, sessionSecrets: random() };
}
