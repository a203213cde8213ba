/** What a scope means to the person who is asked (NG: messages of the authorize page). */
const WORDS: Readonly<Record<string, string>> = {
  openid: 'Get your ORCID iD',
  '/authenticate': 'Get your ORCID iD',
  '/read-public': 'Read your public information',
  '/read-limited': 'Read your information with visibility set to Trusted parties',
  '/activities/update': 'Add/update your research activities (works, affiliations, etc.)',
  '/person/update': 'Add/update information about you (country, keywords, etc.)',
  '/email/read-private': 'Read your private e-mail addresses',
};

/** Two scopes may mean the same; it is said once. */
export function scopeWords(scopes: readonly string[]): string[] {
  return [...new Set(scopes.map((scope) => WORDS[scope] ?? `Use the permission ${scope}`))];
}
