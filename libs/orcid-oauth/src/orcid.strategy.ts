import { type OrcidGrant } from '@ligature/orcid-client';
import { OAuth2, type oauth2tokenCallback } from 'oauth';
import OAuth2Strategy from 'passport-oauth2';

export interface OrcidStrategyOptions {
  readonly site: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** Exchanges a code through the ORCID client. */
  readonly exchange: (code: string) => Promise<OrcidGrant>;
}

/**
 * passport-oauth2 for one round trip. State is kept and claimed around it, since the library looks at errors before states;
 * and the exchange is not its own.
 */
export class OrcidStrategy extends OAuth2Strategy {
  constructor({ site, clientId, redirectUri, exchange }: OrcidStrategyOptions) {
    const [authorizationURL, tokenURL] = [`${site}/oauth/authorize`, `${site}/oauth/token`];
    const options = { authorizationURL, tokenURL, clientID: clientId, clientSecret: '', callbackURL: redirectUri };
    super(
      { ...options, skipUserProfile: true },
      (
        _access: string,
        _refresh: string,
        { grant }: HeldGrant,
        _profile: unknown,
        done: OAuth2Strategy.VerifyCallback,
      ) => {
        done(null, grant);
      },
    );
    this._oauth2 = new ClientExchange(clientId, authorizationURL, tokenURL, exchange);
  }

  /** What ORCID takes beyond the standard (orcid.org/oauth/authorize). */
  override authorizationParams(options: { readonly orcid?: Readonly<Record<string, string>> }): object {
    return { ...options.orcid };
  }
}

interface HeldGrant {
  readonly grant: OrcidGrant;
}

/** Hands the code to the ORCID client. The tokens stay in the grant; the library sees a word in their place. */
class ClientExchange extends OAuth2 {
  constructor(
    clientId: string,
    authorizeUrl: string,
    tokenUrl: string,
    private readonly exchange: (code: string) => Promise<OrcidGrant>,
  ) {
    super(clientId, '', '', authorizeUrl, tokenUrl);
  }

  override getOAuthAccessToken(code: string, _parameters: unknown, done?: oauth2tokenCallback): void {
    this.exchange(code).then(
      (grant) => {
        done?.(NO_ERROR, 'held', undefined, { grant });
      },
      (error: unknown) => {
        done?.(error as { statusCode: number });
      },
    );
  }
}

/** The library asks for null, its types do not. */
const NO_ERROR = null as unknown as { statusCode: number };
