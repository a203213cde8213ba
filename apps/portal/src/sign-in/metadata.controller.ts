import type { Institution } from '@ligature/persistence';
import { Clock } from '@ligature/runtime';
import { ownMetadata, type ServiceDescription, ServiceProvider } from '@ligature/saml-auth';
import { Controller, Get, Header } from '@nestjs/common';
import { assetUrl } from '../assets/assets.ts';
import { CurrentInstitution } from '../institution/current-institution.ts';
import { LANGUAGES, TEXTS } from '../texts/languages.ts';

/** Size that discovery pages ask for (SAML MDUI 2.1.5, REFEDS). */
const LOGO_SIZE = { width: 80, height: 60 } as const;

/** What identity administrators give to their provider. */
@Controller('saml')
export class MetadataController {
  constructor(
    private readonly self: ServiceProvider,
    private readonly institution: CurrentInstitution,
    private readonly clock: Clock,
  ) {}

  @Get('metadata')
  @Header('Content-Type', 'application/samlmetadata+xml')
  async metadata(): Promise<string> {
    return ownMetadata(this.self, this.describe(await this.institution.get()), this.clock.now());
  }

  private describe({ name, branding, contacts }: Institution): ServiceDescription {
    const {
      logoUrl = new URL(assetUrl('orcid-id.svg'), this.self.portalUrl).href,
      privacyUrl,
      supportEmail,
    } = branding;
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
