import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One file that pages refer to. */
export interface Asset {
  readonly type: string;
  readonly body: string;
  readonly version: string;
}

/** ORCID's green, for its iD icon (ORCID brand guidelines). */
const ORCID_GREEN = '#A6CE39';

const ours = (name: string): string => readFileSync(new URL(`../../assets/${name}`, import.meta.url), 'utf8');

/** The iD icon, from a collection in the public domain (simple-icons, CC0). */
const orcidIcon = (): string =>
  readFileSync(fileURLToPath(import.meta.resolve('simple-icons/icons/orcid.svg')), 'utf8').replace(
    '<svg ',
    `<svg fill="${ORCID_GREEN}" `,
  );

/** The files of the portal, read once at start. */
export const ASSETS: ReadonlyMap<string, Asset> = new Map(
  [
    ['portal.css', 'text/css', ours('portal.css')] as const,
    ['connection.js', 'text/javascript', ours('connection.js')] as const,
    ['orcid-id.svg', 'image/svg+xml', orcidIcon()] as const,
  ].map(([name, type, body]) => [name, { type, body, version: versionOf(body) }]),
);

/** Address of a file; it changes with the file, so browsers may keep it for good. */
export function assetUrl(name: string): string {
  return `/assets/${ASSETS.get(name)?.version ?? ''}/${name}`;
}

function versionOf(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 12);
}
