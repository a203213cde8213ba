import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Secrets of one demo, made at its first start and kept so that a second start can read what the first one sealed. */
export interface DemoSecrets {
  readonly tokenKeys: string;
  readonly sessionSecrets: string;
  readonly itemIdKey: string;
}

export function demoSecrets(file: string): DemoSecrets {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<DemoSecrets>) : {};
  const secrets = { ...newSecrets(), ...known };
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

function newSecrets(): DemoSecrets {
  const random = (): string => randomBytes(32).toString('base64');
  return { tokenKeys: `demo:${random()}`, sessionSecrets: random(), itemIdKey: random() };
}
