/** Where people find one portal. All addresses that others know us by begin with it. */
export class PublicAddress {
  readonly url: URL;
  /** The same without a closing slash, to put paths behind. */
  readonly base: string;
  readonly origin: string;
  readonly isSecure: boolean;

  constructor(url: URL) {
    this.url = url;
    this.base = url.href.replace(/\/$/, '');
    this.origin = url.origin;
    this.isSecure = url.protocol === 'https:';
  }
}
