import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Addresses } from './addresses.ts';

/** Files that the house's processes are started with: the fixtures, completed with the addresses of this house. */
export interface SettingsFiles {
  readonly orcidSandbox: string;
  readonly devIdp: string;
  readonly institution: string;
  /** The HR export: a copy, for people to change. */
  readonly hrExport: string;
  /** Secret of the demo's ORCID client. */
  readonly clientSecret: string;
}

interface Client {
  readonly id: string;
  readonly secret: string;
}

/** Writes the settings of a house into its folder. */
export function writeSettings(fixtures: string, folder: string, addresses: Addresses): SettingsFiles {
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(fixtures, name), 'utf8'));
  const write = (name: string, settings: object): string => {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(settings, null, 2), { mode: 0o600 });
    return file;
  };
  const sandbox = read('orcid-sandbox.json') as { clients: [Client] };
  const institution = read('institution.json') as { feed: object };
  const [client] = sandbox.clients;
  const hrExport = keepCopy(path.join(fixtures, 'hr-export.csv'), path.join(folder, 'hr-export.csv'));
  return {
    hrExport,
    clientSecret: client.secret,
    orcidSandbox: write('orcid-sandbox.json', {
      ...sandbox,
      clients: [{ ...client, redirectUris: [`${addresses.portal}/orcid/callback`] }],
    }),
    devIdp: write('dev-idp.json', {
      ...(read('dev-idp.json') as object),
      serviceProviders: [
        { entityId: `${addresses.portal}/saml/metadata`, metadataUrl: `${addresses.portal}/saml/metadata` },
      ],
    }),
    institution: write('institution.json', {
      ...institution,
      identityProviders: [
        {
          metadataUrl: `${addresses.devIdp}/metadata`,
          entityIds: [`${addresses.devIdp}/metadata`],
          identifier: 'subject-id',
          staffIdAttribute: 'urn:oid:2.16.840.1.113730.3.1.3',
          staffIdSpace: 'staff',
          roles: [
            { role: 'administrator', attribute: 'eduPersonEntitlement', value: 'urn:example:orcid:administrator' },
          ],
        },
      ],
      feed: { ...institution.feed, file: hrExport },
    }),
  };
}

function keepCopy(from: string, to: string): string {
  if (!existsSync(to)) copyFileSync(from, to);
  return to;
}
