import { includesScope, parseScopes } from './scope.ts';

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
});
