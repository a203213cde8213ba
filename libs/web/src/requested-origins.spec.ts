import { requestedOrigins } from './requested-origins.ts';

describe('the host that a request was sent to', () => {
  it.each([
    ['orcid.example.edu', ['https://orcid.example.edu', 'http://orcid.example.edu']],
    ['ORCID.Example.EDU', ['https://orcid.example.edu', 'http://orcid.example.edu']],
    ['orcid.example.edu:443', ['https://orcid.example.edu', 'http://orcid.example.edu:443']],
    ['localhost:3000', ['https://localhost:3000', 'http://localhost:3000']],
    ['[::1]:3000', ['https://[::1]:3000', 'http://[::1]:3000']],
  ])('is read from %s as its browser writes it', (host, origins) => {
    expect(requestedOrigins({ host })).toEqual(origins);
  });

  it.each([
    '',
    'user@orcid.example.edu',
    'user:password@orcid.example.edu',
    'orcid.example.edu/path',
    'orcid.example.edu?x',
    'orcid.example.edu#x',
    'orcid.example.edu\\evil.example',
    'orcid.example.edu evil.example',
    'orcid.example.edu,evil.example',
    'orcid.example.edu:99999',
    'orcid.example.edu:http',
    '-orcid.example.edu',
    // A browser keeps cookies of the name with the dot apart, so nobody could sign in there.
    'orcid.example.edu.',
    'orcid.example.edu.:443',
    '[::1',
  ])('is nobody’s when it is written %j', (host) => {
    expect(requestedOrigins({ host })).toEqual([]);
  });
});
