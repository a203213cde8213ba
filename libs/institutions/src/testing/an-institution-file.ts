import { randomUUID } from 'node:crypto';
import { InstitutionFile } from '../configure/institution-file.ts';

/** What an operator may have written, with a portal at an address of its own; each part may be given as it is to stand. */
export function anInstitutionFile(given: Partial<Record<keyof InstitutionFile, unknown>> = {}): InstitutionFile {
  const random = randomUUID().slice(0, 8);
  const slug = `example-${random}`;
  return InstitutionFile.parse({
    slug,
    publicUrl: `https://${slug}.example.edu`,
    name: 'Example University',
    rorId: 'https://ror.org/05dxps055',
    timeZone: 'Europe/Berlin',
    orcid: { environment: 'local', clientId: `APP-EXAMPLE0${random.toUpperCase()}` },
    branding: { color: '#1d4f91', supportEmail: 'orcid@example.edu' },
    feed: {},
    ...given,
  });
}
