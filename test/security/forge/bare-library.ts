import { SAML, ValidateInResponseTo } from '@node-saml/node-saml';
import type { Asked } from './facts.ts';
import type { Parties } from './recipe.ts';

/** The SAML library by itself, as strict as its options make it: whom would it let in? */
export async function isAcceptedByBareLibrary(message: string, asked: Asked, parties: Parties): Promise<boolean> {
  const saml = new SAML({
    issuer: asked.audience,
    audience: asked.audience,
    callbackUrl: asked.acsUrl,
    entryPoint: 'https://idp.example.edu/sso',
    idpCert: parties.provider.certificatePem,
    idpIssuer: asked.issuer,
    decryptionPvk: parties.reader.privatePem,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: 60_000,
    maxAssertionAgeMs: 600_000,
    validateInResponseTo: ValidateInResponseTo.always,
  });
  await saml.cacheProvider.saveAsync(asked.requestId, asked.now.toISOString());
  return saml.validatePostResponseAsync({ SAMLResponse: message }).then(
    ({ profile }) => profile !== null,
    () => false,
  );
}
