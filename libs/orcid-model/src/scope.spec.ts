import fc from 'fast-check';
import { includesScope, parseScopes, SCOPES } from './scope.ts';

const anyScope = fc.constantFrom(...SCOPES);
const anyScopes = fc.uniqueArray(anyScope);

describe('scopes', () => {
  it('are read from a token answer in any order, without repeats and without words ORCID may add one day', () => {
    expect(parseScopes('/read-limited  /activities/update /read-limited /brand-new')).toEqual([
      '/read-limited',
      '/activities/update',
    ]);
  });

  it('grant what they include and no more', () => {
    expect(includesScope(['openid'], '/read-public')).toBe(true);
    expect(includesScope(['/activities/update'], '/read-limited')).toBe(false);
    expect(includesScope(['/read-limited'], '/activities/update')).toBe(false);
    expect(includesScope([], '/read-public')).toBe(false);
  });

  it('grant themselves, and what any of them grants', () => {
    fc.assert(
      fc.property(anyScopes, anyScopes, anyScope, (some, others, needed) => {
        expect(includesScope([...some, needed], needed)).toBe(true);
        expect(includesScope([...some, ...others], needed)).toBe(
          includesScope(some, needed) || includesScope(others, needed),
        );
      }),
    );
  });

  it('grant in turn what is granted by what they grant', () => {
    fc.assert(
      fc.property(anyScope, anyScope, anyScope, (wide, middle, narrow) => {
        fc.pre(includesScope([wide], middle) && includesScope([middle], narrow));
        expect(includesScope([wide], narrow)).toBe(true);
      }),
    );
  });

  it('never grant each other unless they are the same', () => {
    fc.assert(
      fc.property(anyScope, anyScope, (one, other) => {
        fc.pre(one !== other);
        expect(includesScope([one], other) && includesScope([other], one)).toBe(false);
      }),
    );
  });

  it('are read back in any order they are written in', () => {
    fc.assert(fc.property(anyScopes, (scopes) => expect(parseScopes(scopes.join(' '))).toEqual(scopes)));
  });
});
