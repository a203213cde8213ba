import { OrcidClientConfig } from '@ligature/orcid-client';
import { orcidUri, type OrcidEnvironment, type OrcidId } from '@ligature/orcid-model';
import { Injectable } from '@nestjs/common';

/** Where ORCID is for people: what a page may link to. */
@Injectable()
export class OrcidSite {
  /** Origin of the site, e.g. `https://orcid.org`. */
  readonly origin: string;
  readonly environment: OrcidEnvironment;

  constructor(config: OrcidClientConfig) {
    this.origin = config.site;
    this.environment = config.environment;
  }

  /** Ends whatever session a browser has at ORCID; the page says so in one line of JSON. */
  get signOutUri(): string {
    return `${this.origin}/userStatus.json?logUserOut=true`;
  }

  /** The iD as it is shown: the address of one record. */
  uriOf(orcid: OrcidId): string {
    return orcidUri(orcid, this.origin);
  }
}
