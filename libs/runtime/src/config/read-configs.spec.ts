import { z } from 'zod';
import type { Mode, ValuesOf } from './config-class.ts';
import { type ConfigurationError } from './configuration.error.ts';
import { describeEnvironment } from './describe-environment.ts';
import { readConfigs } from './read-configs.ts';
import { httpUrl, port } from './variables.ts';

class ServerConfig {
  static readonly title = 'Server';
  static readonly variables = {
    SERVER_URL: httpUrl().describe('Address of the server.'),
    SERVER_PORT: port().default(3000).describe('Port of the server.'),
  };
  readonly url: URL;
  readonly port: number;

  constructor(values: ValuesOf<typeof ServerConfig.variables>) {
    this.url = values.SERVER_URL;
    this.port = values.SERVER_PORT;
  }

  static faults(values: ValuesOf<typeof ServerConfig.variables>, mode: Mode): string[] {
    return mode === 'production' && values.SERVER_URL.protocol === 'http:'
      ? ['SERVER_URL must be https in production.']
      : [];
  }
}

class KeyConfig {
  static readonly title = 'Key';
  static readonly variables = { KEY: z.string().min(8, 'must have 8 letters or more').describe('The key.') };
}

const faultsOf = (env: Record<string, string>) => {
  try {
    readConfigs([ServerConfig, KeyConfig], env);
    return [];
  } catch (error) {
    return (error as ConfigurationError).faults;
  }
};

describe('the configuration', () => {
  it('is read once, checked, and found by its class', () => {
    const configs = readConfigs([ServerConfig], { SERVER_URL: 'https://server.example.edu/', UNRELATED: 'x' });
    expect(configs.get(ServerConfig)).toMatchObject({ url: new URL('https://server.example.edu'), port: 3000 });
    expect(() => configs.get(KeyConfig)).toThrow('KeyConfig was not read');
  });

  it('names every fault of every library at once, by variable, and shows no value', () => {
    const faults = faultsOf({ SERVER_URL: 'ftp://server', SERVER_PORT: '99999', KEY: 'secret' });
    expect(faults).toHaveLength(3);
    expect(faults.join('\n')).toMatch(/SERVER_URL.*\n.*SERVER_PORT.*\n.*KEY: must have 8/);
    expect(faults.join('\n')).not.toContain('secret');
  });

  it('counts an empty variable as absent and says that it is required', () => {
    expect(faultsOf({ SERVER_URL: '', KEY: 'long enough' })).toEqual(['SERVER_URL is required.']);
  });

  it('is stricter in production', () => {
    const env = { SERVER_URL: 'http://server.example.edu', KEY: 'long enough' };
    expect(faultsOf(env)).toEqual([]);
    expect(faultsOf({ ...env, NODE_ENV: 'production' })).toEqual(['SERVER_URL must be https in production.']);
    expect(faultsOf({ ...env, NODE_ENV: 'prod' })).toEqual(['NODE_ENV must be production, development or test.']);
  });

  it.each([
    'https://server.example.edu/?a=b',
    'https://server.example.edu/#x',
    'server.example.edu',
    'javascript:alert(1)',
  ])('takes no address such as %s', (url) => {
    expect(faultsOf({ SERVER_URL: url, KEY: 'long enough' })).toHaveLength(1);
  });

  it('documents itself', () => {
    expect(describeEnvironment([ServerConfig])).toEqual([
      {
        title: 'Server',
        variables: [
          { name: 'SERVER_URL', isRequired: true, meaning: 'Address of the server.' },
          { name: 'SERVER_PORT', isRequired: false, meaning: 'Port of the server.', default: '3000' },
        ],
      },
    ]);
  });
});
