import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fixture } from './fixtures.ts';
import { KeptFiles } from './kept-files.ts';

/** Files that a stack's processes are started with: the fixtures, completed with the addresses of this stack. */
export interface SettingsFiles {
  readonly orcidSandbox: string;
  readonly devIdp: string;
  readonly institution: string;
  /** The HR export: a copy, for people to change. */
  readonly hrExport: string;
  /** The items file: a copy too. */
  readonly items: string;
  /** The same of the second institution. */
  readonly otherIdp: string;
  readonly otherInstitution: string;
  readonly otherHrExport: string;
}

/** Where the second institution's own parts are. */
export interface OtherOrigins {
  readonly otherPortal: string;
  readonly otherIdp: string;
}

interface Client {
  readonly id: string;
  readonly secret: string;
}

/** The settings in one stack's folder, each written once the addresses that it names are known. */
export class Settings {
  readonly files: SettingsFiles;
  private readonly folder: string;
  private readonly kept: KeptFiles;

  constructor(folder: string) {
    this.folder = folder;
    this.kept = new KeptFiles(folder);
    const file = (name: string): string => path.join(folder, name);
    this.files = {
      orcidSandbox: file('orcid-sandbox.json'),
      devIdp: file('dev-idp.json'),
      institution: file('institution.json'),
      hrExport: file('hr-export.csv'),
      items: file('items.ndjson'),
      otherIdp: file('other-idp.json'),
      otherInstitution: file('other-institution.json'),
      otherHrExport: file('other-hr-export.csv'),
    };
  }

  /** Secret of the demo's ORCID clients. */
  get clientSecret(): string {
    return sandboxFixture().clients[0].secret;
  }

  /** What the simulators must know of the portals. */
  writeForSimulators(portal: string, otherPortal: string): void {
    const sandbox = sandboxFixture();
    const portals = [portal, otherPortal];
    this.write('orcid-sandbox.json', {
      ...sandbox,
      clients: sandbox.clients.map((client, at) => ({
        ...client,
        redirectUris: [`${portals[at] ?? portal}/orcid/callback`],
      })),
    });
    this.write('dev-idp.json', { ...fixture('dev-idp.json'), serviceProviders: portals.map(serviceProvider) });
  }

  /** What the second institution's identity provider must know of it, and of where it is itself. */
  writeForOtherIdp({ otherPortal, otherIdp }: OtherOrigins): void {
    const serviceProviders = [serviceProvider(otherPortal)];
    this.write('other-idp.json', { ...fixture('other-idp.json'), publicUrl: otherIdp, serviceProviders });
  }

  /** What the product must know of its institutions. Whatever is there already is kept: people change it. */
  writeForInstitutions(devIdp: string, { otherPortal, otherIdp }: OtherOrigins): void {
    const { hrExport, items, otherHrExport } = this.files;
    for (const file of [hrExport, items, otherHrExport]) this.kept.copyOnce(path.basename(file));
    const ours = institutionFixture('institution.json', devIdp, hrExport);
    const other = institutionFixture('other-institution.json', otherIdp, otherHrExport);
    this.kept.write(
      { 'institution.json': ours, 'other-institution.json': { ...other, publicUrl: otherPortal } },
      { devIdp, otherPortal, otherIdp },
    );
  }

  /** What the institution calls itself in commands. */
  get slug(): string {
    return slugIn(this.files.institution);
  }

  get otherSlug(): string {
    return slugIn(this.files.otherInstitution);
  }

  private write(name: string, settings: object): void {
    writeFileSync(path.join(this.folder, name), JSON.stringify(settings, null, 2), { mode: 0o600 });
  }
}

function slugIn(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { slug: string }).slug;
}

function serviceProvider(portal: string): object {
  const metadata = `${portal}/saml/metadata`;
  return { entityId: metadata, metadataUrl: metadata };
}

function institutionFixture(name: string, idp: string, hrExport: string): object {
  const institution = fixture(name) as { feed: object };
  return {
    ...institution,
    identityProviders: [
      {
        metadataUrl: `${idp}/metadata`,
        entityIds: [`${idp}/metadata`],
        identifier: 'subject-id',
        staffIdAttribute: 'urn:oid:2.16.840.1.113730.3.1.3',
        staffIdSpace: 'staff',
        roles: [{ role: 'administrator', attribute: 'eduPersonEntitlement', value: 'urn:example:orcid:administrator' }],
      },
    ],
    feed: { ...institution.feed, file: hrExport },
  };
}

function sandboxFixture(): { readonly clients: readonly [Client, Client] } {
  return fixture('orcid-sandbox.json') as { clients: [Client, Client] };
}
