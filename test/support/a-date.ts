/** A date as ORCID writes it, without the parts that are not known. */
export function aDate(year: string, month?: string, day?: string): object {
  const parts = Object.entries({ year, month, day }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(parts.map(([name, value]) => [name, { value }]));
}
