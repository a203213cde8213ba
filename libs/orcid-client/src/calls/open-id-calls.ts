import type { JsonWebKey } from 'node:crypto';
import type { AccessToken } from '@ligature/orcid-model';
import type { OrcidApi } from '../http/orcid-api.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import { objectIn } from '../wire/json.ts';
import {
  type OpenIdConfiguration,
  openIdConfiguration,
  readKeys,
  type UserInfo,
  userInfo,
} from '../wire/open-id.wire.ts';
import { readRequired } from '../wire/wire.ts';
import { ifReason } from './if-reason.ts';

/** OAuth's word for a token that names nobody (OpenIDController.java). */
const NAMES_NOBODY = 'access_denied';

/** OpenID Connect at ORCID's site. */
export class OpenIdCalls {
  constructor(private readonly site: OrcidApi) {}

  /**
   * Whose token it is.
   * @returns undefined when ORCID does not say: the token has ended, or was never a person's. That says nothing of the
   * permission: for this see `AccessRevokedError`.
   */
  async userInfo(token: AccessToken, options?: CallOptions): Promise<UserInfo | undefined> {
    const call = { path: '/oauth/userinfo', token, isUnversioned: true } as const;
    const info = this.site.read(call, (json) => readRequired(userInfo, objectIn(json)), options);
    return info.catch(ifReason(NAMES_NOBODY, undefined));
  }

  configuration(options?: CallOptions): Promise<OpenIdConfiguration> {
    const call = { path: '/.well-known/openid-configuration', isUnversioned: true } as const;
    return this.site.read(call, (json) => readRequired(openIdConfiguration, objectIn(json)), options);
  }

  /** The keys that sign ID tokens (JWK, RFC 7517). */
  keys(options?: CallOptions): Promise<JsonWebKey[]> {
    return this.site.read({ path: '/oauth/jwks', isUnversioned: true }, readKeys, options);
  }
}
