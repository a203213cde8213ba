import { readConfigs } from '../config/read-configs.ts';
import { ProxyConfig } from './proxy.config.ts';

const settingsWith = (env: Record<string, string>) =>
  readConfigs([ProxyConfig], { NODE_ENV: 'production', ...env }).get(ProxyConfig).settings;

describe('the proxy', () => {
  it('is none unless one is named, and never on the way to this computer', () => {
    expect(settingsWith({})).toEqual({ httpsProxy: '', httpProxy: '', noProxy: 'localhost,127.0.0.1,[::1],' });
  });

  it('is named by the variables that other programs use', () => {
    const env = { HTTPS_PROXY: 'http://user:word@proxy.example.edu:3128', NO_PROXY: '.example.edu' };
    expect(settingsWith(env)).toMatchObject({
      httpsProxy: 'http://user:word@proxy.example.edu:3128',
      noProxy: 'localhost,127.0.0.1,[::1],.example.edu',
    });
  });

  it('must be an address, and is not repeated when it is none: it may hold a password', () => {
    const wrong = () => settingsWith({ HTTPS_PROXY: 'socks5://user:word@proxy' });
    expect(wrong).toThrow('HTTPS_PROXY: must be the http address of a proxy');
    expect(wrong).not.toThrow('word');
  });
});
