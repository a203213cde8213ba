import path from 'node:path';
import { OrcidSite } from '@ligature/connections';
import { Secret } from '@ligature/orcid-model';
import {
  AuditTrail,
  Institution,
  InstitutionRepository,
  MetadataSource,
  MetadataSourceRepository,
  OrcidClient,
  OrcidClientRepository,
} from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { SetupConfig } from '../setup.config.ts';
import { CommandError } from '../commands/command.error.ts';
import type { InstitutionFile } from './institution-file.ts';
import { type DescribedSource, describeSource } from './provider-source.ts';

/** Makes an institution's row and providers what its file says. */
@Injectable()
export class InstitutionSetup {
  constructor(
    private readonly em: EntityManager,
    private readonly institutions: InstitutionRepository,
    private readonly sources: MetadataSourceRepository,
    private readonly clients: OrcidClientRepository,
    private readonly site: OrcidSite,
    private readonly config: SetupConfig,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Safe to run again: the file wins. @param file where it was read from, for paths in it */
  async apply(given: InstitutionFile, file: string): Promise<Institution> {
    this.demandOneEnvironment(given);
    const sources = await this.sourcesOf(given, file);
    return this.em.transactional(async () => {
      const institution = await this.institution(given);
      await this.keepSources(institution, sources);
      this.audit.append({
        institutionId: institution.id,
        actor: 'operator',
        actorId: null,
        action: 'institution.configured',
        subjectId: institution.id,
        detail: { metadata: sources.map(({ location }) => location) },
      });
      return institution;
    });
  }

  /** Sandbox and production share no iDs, tokens or put-codes, so one database holds one of them. */
  private demandOneEnvironment({ slug, orcid }: InstitutionFile): void {
    if (orcid.environment === this.site.environment) return;
    throw new CommandError(
      `${slug} belongs to ORCID's ${orcid.environment} environment, this deployment to ${this.site.environment} (ORCID_ENVIRONMENT).`,
    );
  }

  private async institution({
    slug,
    name,
    rorId,
    timeZone,
    orcid,
    branding,
    contacts,
    feed,
  }: InstitutionFile): Promise<Institution> {
    const facts = { name, rorId, timeZone, branding, contacts, feed };
    const known = await this.institutions.findBySlug(slug);
    const createdAt = this.clock.now();
    const institution = known ?? new Institution({ ...facts, slug, orcidEnvironment: orcid.environment, createdAt });
    institution.describe(facts);
    this.em.persist(institution);
    await this.em.flush();
    await this.keepClient(institution, orcid.clientId);
    return institution;
  }

  /** A new client id makes a new client; the former one keeps the tokens and items it was granted. */
  private async keepClient(institution: Institution, clientId: string): Promise<void> {
    const known = await this.clients.find(institution.id, clientId);
    const client =
      known ?? new OrcidClient({ institutionId: institution.id, clientId, createdAt: this.clock.now() });
    const { clientSecret } = this.config;
    if (clientSecret !== undefined)
      await this.clients.keepSecret(client, institution.orcidEnvironment, new Secret('client-secret', clientSecret));
    else if (known === null)
      throw new CommandError('Set ORCID_CLIENT_SECRET to the secret of this ORCID client and try again.');
    await this.makeCurrent(client);
  }

  private async makeCurrent(client: OrcidClient): Promise<void> {
    const current = await this.clients.findCurrent(client.institutionId);
    if (current !== null && current.id !== client.id) {
      current.becomeFormer();
      await this.em.flush();
    }
    client.becomeCurrent();
    this.clients.add(client);
  }

  /** Those of the file, and the one of the environment before them. */
  private async sourcesOf({ identityProviders }: InstitutionFile, file: string): Promise<DescribedSource[]> {
    const { provider } = this.config;
    const all = [
      ...(provider === undefined ? [] : [await describeSource(provider, process.cwd())]),
      ...(await Promise.all(identityProviders.map((source) => describeSource(source, path.dirname(file))))),
    ];
    if (all.length > 0) return all;
    throw new CommandError('Name an identity provider: identityProviders in the file, or SAML_IDP_METADATA.');
  }

  private async keepSources({ id: institutionId }: Institution, described: readonly DescribedSource[]): Promise<void> {
    const kept: MetadataSource[] = [];
    for (const [position, { kind, location, ...rest }] of described.entries()) {
      const facts = { ...rest, position };
      const known = await this.sources.find(institutionId, kind, location);
      const source = known ?? new MetadataSource({ institutionId, kind, location, ...facts });
      source.describe(facts);
      this.em.persist(source);
      kept.push(source);
    }
    await this.em.flush();
    await this.sources.keepOnly(institutionId, kept);
  }
}
