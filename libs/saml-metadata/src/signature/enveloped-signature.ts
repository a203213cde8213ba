import type { SaxesTagNS } from 'saxes';
import { DigestedForm } from './digested-form.ts';
import { isNamed } from '../element.ts';
import { ElementBuilder } from '../element-builder.ts';
import type { ReadingEvent } from '../reading-event.ts';
import { readSignature, type SignatureStatement } from './signature-statement.ts';
import { isSignedBy, signedInfoText } from './signed-info.ts';
import { UnusableMetadataError } from '../unusable-metadata.error.ts';

/** A signature comes first in a document (SAML metadata 2.3.1) and is small: no more than this is held for it. */
const MOST_HELD = 1000;

/**
 * Verifies the signature over a whole document while it is read, from the very events that its content is read from: there
 * is no second parser that could see another document.
 */
export class EnvelopedSignature {
  private depth = 0;
  private root: SaxesTagNS | undefined;
  private own: SaxesTagNS | undefined;
  private readonly before: ReadingEvent[] = [];
  private readonly inside: ReadingEvent[] = [];
  private builder: ElementBuilder | undefined;
  private statement: SignatureStatement | undefined;
  private digested: DigestedForm | undefined;

  /** Takes what comes next in the document. @throws UnusableMetadataError as soon as it cannot be signed as we want it */
  add(event: ReadingEvent): void {
    if (event.kind === 'start') this.enter(event.tag);
    if (this.builder !== undefined) this.addInside(this.builder, event);
    else if (this.digested !== undefined) this.digested.add(event);
    else this.hold(this.before, event);
    if (event.kind === 'end') this.depth--;
  }

  /** Call it at the end of the document. @param certificates base64 DER; one of them must have signed. @throws UnusableMetadataError */
  demandFrom(certificates: readonly string[]): void {
    const { statement, digested, inside } = this;
    if (statement === undefined || digested === undefined) throw new UnusableMetadataError('it is not signed');
    if (!digested.value().equals(statement.digest))
      throw new UnusableMetadataError('it was changed after it was signed');
    const around = { ...this.root?.ns, ...this.own?.ns };
    const signedInfo = signedInfoText(inside, around, statement.signedInfoPrefixes);
    if (!certificates.some((certificate) => isSignedBy(certificate, statement, signedInfo)))
      throw new UnusableMetadataError('it is signed by none of the certificates that are trusted for it');
  }

  private enter(tag: SaxesTagNS): void {
    this.depth++;
    if (this.depth === 1) this.root = tag;
    if (this.depth !== 2) return;
    if (isNamed(tag, 'signature', 'Signature')) this.begin(tag);
    else if (this.digested === undefined) throw new UnusableMetadataError('it is not signed');
  }

  private begin(tag: SaxesTagNS): void {
    if (this.own !== undefined) throw new UnusableMetadataError('it has two signatures');
    this.own = tag;
    this.builder = new ElementBuilder();
  }

  private addInside(builder: ElementBuilder, event: ReadingEvent): void {
    this.hold(this.inside, event);
    if (event.kind === 'start') builder.start(event.tag);
    if (event.kind === 'text') builder.text(event.text);
    const signature = event.kind === 'end' ? builder.end() : undefined;
    if (signature !== undefined) this.know(readSignature(signature));
  }

  /** From here on the digest grows with the document. */
  private know(statement: SignatureStatement): void {
    const id = this.root?.attributes['ID']?.value;
    const isWhole = statement.reference === '' || (id !== undefined && statement.reference === `#${id}`);
    if (!isWhole) throw new UnusableMetadataError('its signature is over something else');
    this.statement = statement;
    this.builder = undefined;
    this.digested = new DigestedForm(statement.digestAlgorithm, statement.inclusivePrefixes);
    for (const event of this.before) this.digested.add(event);
  }

  private hold(events: ReadingEvent[], event: ReadingEvent): void {
    if (events.length >= MOST_HELD) throw new UnusableMetadataError('what comes before its content is too long');
    events.push(event);
  }
}
