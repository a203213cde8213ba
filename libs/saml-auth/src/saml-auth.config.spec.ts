import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfigs } from '@ligature/runtime';
import { SamlAuthConfig } from './saml-auth.config.ts';
import { aCredential, type TestCredential } from '@ligature/saml-metadata/testing';

describe('our keys towards identity providers', () => {
  let current: TestCredential;
  let next: TestCredential;
  let weak: TestCredential;

  beforeAll(async () => {
    [current, next, weak] = await Promise.all([aCredential(), aCredential(), aCredential(1024)]);
  });

  const read = (env: Record<string, string>) => readConfigs([SamlAuthConfig], env).get(SamlAuthConfig);
  const pair = ({ privateKey, certificatePem }: TestCredential, name = 'SAML_') => ({
    [`${name}KEY`]: privateKey,
    [`${name}CERTIFICATE`]: certificatePem,
  });

  it('are the one that signs, and the one that will', () => {
    const { credentials } = read({ ...pair(current), ...pair(next, 'SAML_NEXT_') });
    expect(credentials.map(({ certificate }) => certificate)).toEqual([current.certificate, next.certificate]);
    expect(credentials[0]?.privateKey).toBe(current.privateKey);
  });

  it('may be in files, or in one line', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'ligature-test-keys-'));
    await writeFile(path.join(folder, 'saml.key'), current.privateKey);
    const certificate = current.certificatePem.replaceAll('\n', '\\n');
    const { credentials } = read({ SAML_KEY: path.join(folder, 'saml.key'), SAML_CERTIFICATE: certificate });
    expect(credentials[0]?.certificate).toBe(current.certificate);
    await rm(folder, { recursive: true });
  });

  it('may be missing in a demo, not in production', () => {
    expect(read({}).credentials).toEqual([]);
    expect(() => read({ NODE_ENV: 'production' })).toThrow('SAML_KEY and SAML_CERTIFICATE are required in production');
  });

  it('are refused at start when they are not what they should be, and never shown', () => {
    const faultOf = (env: Record<string, string>) => {
      try {
        read(env);
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    const faults = [
      [faultOf({ SAML_KEY: current.privateKey }), 'SAML_KEY and SAML_CERTIFICATE go together'],
      [faultOf({ ...pair(current), SAML_CERTIFICATE: next.certificatePem }), 'belongs to another key'],
      [faultOf(pair(weak)), 'not an RSA key of 2048 bits'],
      [faultOf({ ...pair(current), SAML_KEY: '/no/such.key' }), 'SAML_KEY: must be a PEM text'],
      [faultOf(pair(next, 'SAML_NEXT_')), 'SAML_NEXT_KEY needs SAML_KEY'],
      [faultOf({ ...pair(current), SAML_KEY: current.certificatePem }), 'not an unencrypted private key'],
    ] as const;
    for (const [fault, reason] of faults) {
      expect(fault).toContain(reason);
      expect(fault).not.toMatch(/-----BEGIN [A-Z]/);
    }
  });

  it('do not end up in a log by accident', () => {
    const [credential] = read(pair(current)).credentials;
    expect(JSON.stringify({ credential })).not.toContain('PRIVATE');
  });
});
