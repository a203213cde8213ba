import { matchesScopePattern } from './scope-pattern.ts';

const LONG = `${'a'.repeat(250)}!`;

describe('a pattern of domains', () => {
  it.each([
    ['^([a-zA-Z0-9-]{1,63}\\.){0,2}example\\.edu$', 'example.edu'],
    ['^([a-zA-Z0-9-]{1,63}\\.){0,2}example\\.edu$', 'a.b.example.edu'],
    ['^.+\\.example\\.edu$', 'lib.example.edu'],
    ['(cs|math)\\.example\\.edu', 'math.example.edu'],
    ['^Example\\.EDU$', 'example.edu'],
  ])('%s allows %s', (pattern, domain) => {
    expect(matchesScopePattern(pattern, domain)).toBe(true);
  });

  it.each([
    ['^.+\\.example\\.edu$', 'example.edu'],
    ['example\\.edu', 'notexample.edu'],
    ['example\\.edu', 'example.edu.elsewhere.example'],
    ['^example\\.edu', 'example.edu.elsewhere.example'],
    ['example\\.edu$', 'notexample.edu'],
    ['^example\\.edu$|elsewhere', 'elsewhere.example'],
    ['^example\\.edu$', 'example.edu\n'],
    ['(?m)^example\\.edu$', 'example.edu\nelsewhere.example'],
    ['example.edu', 'sub.example.edu'],
  ])('%s does not allow %s, which is only in part as it says', (pattern, domain) => {
    expect(matchesScopePattern(pattern, domain)).toBe(false);
  });

  it.each(['.*', '.+', '^.*$', '[a-z0-9.]+', '\\S+', '(?s).*', '(.+\\.)?[a-z]+'])(
    'that would allow anybody allows nobody: %s',
    (pattern) => {
      expect(matchesScopePattern(pattern, 'example.edu')).toBe(false);
    },
  );

  it.each(['[', '(', '*', 'a{2000}', '(?=e)xample\\.edu', '(e)\\1', '', 'x'.repeat(201), '((a{100}){100}){100}'])(
    'that is not understood, or too long, allows nobody: %s',
    (pattern) => {
      expect(matchesScopePattern(pattern, 'example.edu')).toBe(false);
    },
  );

  // With JavaScript's own matcher any of these would hold the process up for longer than anybody waits.
  it.each(['(a+)+b', '(a|aa)+b', '(.*a){20}b', '(([a-z])+.)+[A-Z]([a-z])+b', '(a*)*b', '^(([a-z0-9]+)*\\.?)+b$'])(
    'cannot hold us up: %s',
    (pattern) => {
      expect(matchesScopePattern(pattern, LONG)).toBe(false);
    },
  );
});
