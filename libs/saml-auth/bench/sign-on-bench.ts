import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';
import { STRICT_POLICY } from '@ligature/identity-model';
import { PublicUrlConfig } from '@ligature/web';
import { Clock } from '@ligature/runtime';
import type { Request, Response } from 'express';
import {
  type PendingSignOn,
  SamlAuthConfig,
  SamlFlow,
  type SamlPortal,
  ServiceProviders,
  SignOnStore,
} from '../dist/index.js';
import { LargeMessages } from '../dist/sign-on/large-messages.js';
import { SamlStrategy } from '../dist/sign-on/saml.strategy.js';
import { SignOn } from '../dist/sign-on/sign-on.js';

/** Who talks to whom in a measurement. */
export interface ForBench {
  readonly issuer: string;
  readonly acsUrl: string;
  readonly audience: string;
}

export const ISSUER = 'https://idp.example.edu/metadata';
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

class Memory extends SignOnStore {
  private readonly pending = new Map<string, PendingSignOn>();

  override keep(key: string, pending: PendingSignOn): Promise<void> {
    this.pending.set(key, pending);
    return Promise.resolve();
  }

  override find(key: string): Promise<PendingSignOn | undefined> {
    return Promise.resolve(this.pending.get(key));
  }

  override async once({ key }: { readonly key: string }, work: () => Promise<void>): Promise<boolean> {
    const isFirst = this.pending.delete(key);
    if (isFirst) await work();
    return isFirst;
  }
}

/** The sign-in without network and database: what is left is what messages cost. */
export class SignOnBench implements ForBench {
  readonly issuer = ISSUER;
  readonly privateKey: string;
  readonly certificatePem: string;
  /** Base64 DER. */
  readonly certificate: string;
  readonly acsUrl: string;
  readonly audience: string;
  private readonly signOn: SignOn;
  private readonly flow: SamlFlow;
  private readonly portal: SamlPortal;

  private constructor(privateKey: string, certificatePem: string, certificate: string) {
    [this.privateKey, this.certificatePem, this.certificate] = [privateKey, certificatePem, certificate];
    const address = new PublicUrlConfig({ PORTAL_URL: new URL('https://orcid.example.edu') });
    const config = { SAML_CLOCK_SKEW_SECONDS: 60 } as ConstructorParameters<typeof SamlAuthConfig>[0];
    const serviceProviders = new ServiceProviders(new SamlAuthConfig(config));
    const self = serviceProviders.at(address);
    this.portal = { institutionId: 'i-1', address };
    [this.acsUrl, this.audience] = [self.acsUrl, self.entityId];
    const provider = {
      institutionId: 'i-1',
      entityId: ISSUER,
      displayNames: {},
      signOnUrl: 'https://idp.example.edu/sso',
      wantsSignedRequests: false,
      singleLogout: [],
      certificates: [certificate],
      scopes: ['example.edu'],
      scopePatterns: [],
      policy: STRICT_POLICY,
    };
    this.signOn = new SignOn({ find: () => Promise.resolve(provider) }, new Memory(), new Clock());
    this.flow = new SamlFlow(this.signOn, new SamlStrategy(), serviceProviders, new LargeMessages());
  }

  static async prepare(): Promise<SignOnBench> {
    const keys = (await webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify'])) as CryptoKeyPair;
    const certificate = await X509CertificateGenerator.createSelfSigned({
      keys,
      name: 'CN=bench',
      signingAlgorithm: RSA,
    });
    const privateKey = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString();
    return new SignOnBench(privateKey, certificate.toString('pem'), certificate.toString('base64').replace(/\s/g, ''));
  }

  /** A sign-in that waits for its answer. */
  async begin(): Promise<{ readonly requestId: string; readonly finish: (message: string) => Promise<string> }> {
    const begun = await this.signOn.begin({ institutionId: 'i-1', providerId: ISSUER, returnTo: '/' });
    const headers = { cookie: `__Host-ligature-sign-in-${begun.handle}=${begun.secret}` };
    const finish = async (SAMLResponse: string): Promise<string> => {
      const request = {
        method: 'POST',
        body: { SAMLResponse, RelayState: begun.handle } as unknown,
        query: {},
        headers,
      };
      const response = { clearCookie: () => undefined };
      const outcome = await this.flow.finish(request as Request, response as unknown as Response, this.portal, () =>
        Promise.resolve(),
      );
      return outcome.kind === 'refused' ? outcome.reason : outcome.kind;
    };
    return { requestId: begun.requestId, finish };
  }
}
