import { type SourcePolicies, STRICT_POLICY } from '@ligature/identity-model';
import { MetadataSourceRows } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { ownMetadata, type ServiceDescription, ServiceProviders } from '@ligature/saml-auth';
import { Controller, Get, Header } from '@nestjs/common';
import { assetUrl } from '../assets/assets.ts';
import { LANGUAGES, TEXTS } from '../texts/languages.ts';
import { CurrentVisitor } from '../visitor/current-visitor.ts';
import type { Tenant, Visitor } from '../visitor/visitor.ts';

/** Size that discovery pages ask for (SAML MDUI 2.1.5, REFEDS). */
const LOGO_SIZE = { width: 80, height: 60 } as const;

/** What identity administrators give to their provider. */
@Controller('saml')
export class MetadataController {
  constructor(
    private readonly serviceProviders: ServiceProviders,
    private readonly sources: MetadataSourceRows,
    private readonly clock: Clock,
  ) {}

  @Get('metadata')
  @Header('Content-Type', 'application/samlmetadata+xml')
  async metadata(@CurrentVisitor() { tenant }: Visitor): Promise<string> {
    const attributes = inUse(await this.sources.policies(tenant.id));
    const self = this.serviceProviders.at(tenant.address);
    return ownMetadata(self, { ...this.describe(tenant), attributes }, this.clock.now());
  }

  private describe({ name, branding, contacts, address }: Tenant): Omit<ServiceDescription, 'attributes'> {
    const { logoUrl = new URL(assetUrl('orcid-id.svg'), address.url).href, privacyUrl, supportEmail } = branding;
    return {
      institution: name,
      texts: LANGUAGES.map((language) => ({
        language,
        name: TEXTS[language].service.name(name),
        description: TEXTS[language].service.description(name),
      })),
      logo: { url: logoUrl, ...LOGO_SIZE },
      privacyUrl,
      contacts: { support: supportEmail, ...contacts },
    };
  }
}

/** What any provider of the institution is read by. */
function inUse(sources: readonly SourcePolicies[]): ServiceDescription['attributes'] {
  const all = sources.flatMap(({ policy, exceptions }) => [
    policy,
    ...Object.values(exceptions).map((exception) => ({ ...policy, ...exception })),
  ]);
  const identifiers = all.map(({ identifier }) => identifier ?? STRICT_POLICY.identifier);
  const others = all.flatMap(({ staffIdAttribute, attributes = {} }) => [
    staffIdAttribute,
    ...Object.values(attributes),
  ]);
  return { identifiers: [...new Set(identifiers)], others: others.filter((name) => name !== undefined) };
}
