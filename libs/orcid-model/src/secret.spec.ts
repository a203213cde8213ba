import { format, inspect } from 'node:util';
import { Secret } from './secret.ts';

describe('a secret', () => {
  const secret = new Secret('access-token', 'plain-text-of-it');

  it('never shows its text unless it is asked to reveal it', () => {
    const shown = [
      String(secret),
      JSON.stringify({ secret }),
      inspect({ secret }, { showHidden: true, depth: 9 }),
      format('%o', secret),
    ];
    expect(shown.join('\n')).not.toContain('plain-text-of-it');
    expect(String(secret)).toBe('[access-token]');
    expect(secret.reveal()).toBe('plain-text-of-it');
  });

  it('is never empty', () => {
    expect(() => new Secret('client-secret', '')).toThrow(TypeError);
  });
});
