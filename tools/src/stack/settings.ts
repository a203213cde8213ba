import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Files that a stack's processes are started with: the fixtures, completed with the addresses of this stack. */
export interface SettingsFiles {
  readonly orcidSandbox: string;
  readonly devIdp: string;
  readonly institution: string;
  /** The HR export: a copy, for people to change. */
  readonly hrExport: string;
  /** The items file: a copy too. */
  readonly items: string;
}

interface Client {
  readonly id: string;
  readonly secret: string;
}

const FIXTURES = path.resolve(import.meta.dirname, '../../../test/fixtures');

/** The settings in one stack's folder, each written once the addresses that it names are known. */
export class Settings {
  readonly files: SettingsFiles;
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    const file = (name: string): string => path.join(folder, name);
    this.files = {
      orcidSandbox: file('orcid-sandbox.json'),
      devIdp: file('dev-idp.json'),
      institution: file('institution.json'),
      hrExport: file('hr-export.csv'),
      items: file('items.ndjson'),
    };
  }

  /** Secret of the demo's ORCID client. */
  get clientSecret(): string {
    return sandboxFixture().clients[0].secret;
  }

  /** What the simulators must know of the portal. */
  writeForSimulators(portal: string): void {
    const sandbox = sandboxFixture();
    const portals = [portal, otherPortal(portal)];
    this.write('orcid-sandbox.json', {
      ...sandbox,
      clients: sandbox.clients.map((client, at) => ({
        ...client,
        redirectUris: [`${portals[at] ?? portal}/orcid/callback`],
      })),
    });
    this.write('dev-idp.json', {
      ...(fixture('dev-idp.json') as object),
      serviceProviders: portals.map((address) => {
        const metadata = `${address}/saml/metadata`;
        return { entityId: metadata, metadataUrl: metadata };
      }),
    });
  }

  /** What the product must know of the institution. Feeds that are there already are kept: people change them. */
  writeForInstitution(devIdp: string): void {
    const { hrExport, items } = this.files;
    for (const file of [hrExport, items])
      if (!existsSync(file)) copyFileSync(path.join(FIXTURES, path.basename(file)), file);
    const institution = fixture('institution.json') as { feed: object };
    this.write('institution.json', {
      ...institution,
      identityProviders: [
        {
          metadataUrl: `${devIdp}/metadata`,
          entityIds: [`${devIdp}/metadata`],
          identifier: 'subject-id',
          staffIdAttribute: 'urn:oid:2.16.840.1.113730.3.1.3',
          staffIdSpace: 'staff',
          roles: [
            { role: 'administrator', attribute: 'eduPersonEntitlement', value: 'urn:example:orcid:administrator' },
          ],
        },
      ],
      feed: { ...institution.feed, file: hrExport },
    });
  }

  private write(name: string, settings: object): void {
    writeFileSync(path.join(this.folder, name), JSON.stringify(settings, null, 2), { mode: 0o600 });
  }
}

/** Where a second institution has its portal: the same server, by the other name of this machine. */
function otherPortal(portal: string): string {
  return portal.replace('localhost', '127.0.0.1');
}

function sandboxFixture(): { readonly clients: readonly [Client, Client] } {
  return fixture('orcid-sandbox.json') as { clients: [Client, Client] };
}

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(path.join(FIXTURES, name), 'utf8'));
}
