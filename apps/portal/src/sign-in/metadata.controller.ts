import { ownMetadata, ServiceProvider } from '@ligature/saml-auth';
import { Controller, Get, Header } from '@nestjs/common';
import { CurrentInstitution } from '../institution/current-institution.ts';

/** What identity administrators give to their provider. */
@Controller('saml')
export class MetadataController {
  constructor(
    private readonly self: ServiceProvider,
    private readonly institution: CurrentInstitution,
  ) {}

  @Get('metadata')
  @Header('Content-Type', 'application/samlmetadata+xml')
  async metadata(): Promise<string> {
    const { name } = await this.institution.get();
    return ownMetadata(this.self, `ORCID at ${name}`);
  }
}
