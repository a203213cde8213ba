import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDeployment } from './environment.mjs';
import { PortalClient } from './portal-client.ts';
import { ISSUER, SignOnBench } from './sign-on-bench.ts';
import { Visitors } from './visitors.ts';

const SIGN_INS = 500;
const AT_ONCE = 10;
const MAX_PASSES = 10;
const COPIES = 50;
const ATTACKS = 100;

export interface ReplicaReport {
  /** Of all sign-ins, those that did not end with a session which the next portal knows too. */
  readonly failed: number;
  /** How many of the copies of one answer were accepted, in each round. */
  readonly accepted: readonly number[];
  /** Milliseconds from the answer's posting to the session: all, and those during the attack. */
  readonly usual: readonly number[];
  readonly attacked: readonly number[];
  /** Milliseconds until each hostile message was refused. */
  readonly refused: readonly number[];
}

/** Three portals over one database, and whoever comes goes to the next of them with each request. */
export async function measureReplicas(): Promise<ReplicaReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ligature-bench-replicas-'));
  const deployment = await startDeployment(folder);
  const { privateKey, certificate } = await SignOnBench.prepare();
  try {
    const portals = await deployment.startPortals(3, metadataXml(certificate));
    const visitors = new Visitors(new PortalClient(portals.address), privateKey);
    try {
      await visitors.signIn(AT_ONCE * 3, AT_ONCE);
      const signIns = await visitors.signIn(SIGN_INS, AT_ONCE);
      const accepted = [];
      for (let round = 0; round < MAX_PASSES; round++) accepted.push(await visitors.postCopies(COPIES));
      const usual = (await visitors.signIn(ATTACKS, 3)).times;
      const { attacked, refused } = await visitors.signInUnderAttack(ATTACKS);
      return { failed: signIns.failed, accepted, usual, attacked, refused };
    } finally {
      await portals.stop();
    }
  } finally {
    await deployment.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function metadataXml(certificate: string): string {
  return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${ISSUER}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.edu/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`;
}
