import { createHash, type Hash } from 'node:crypto';
import { CanonicalForm } from './canonical-form.ts';
import { type ReadingEvent, writeTo } from '../reading-event.ts';

/** Hashing many small texts is slow, so they are joined to pieces of this length. */
const PIECE = 64 * 1024;

/** The digest of a canonical form that is nowhere held. */
export class DigestedForm {
  private readonly hash: Hash;
  private readonly form: CanonicalForm;
  private piece = '';

  constructor(algorithm: string, inclusivePrefixes: readonly string[]) {
    this.hash = createHash(algorithm);
    this.form = new CanonicalForm((text) => {
      this.piece += text;
      if (this.piece.length >= PIECE) this.flush();
    }, inclusivePrefixes);
  }

  add(event: ReadingEvent): void {
    writeTo(this.form, event);
  }

  value(): Buffer {
    this.flush();
    return this.hash.digest();
  }

  private flush(): void {
    this.hash.update(this.piece);
    this.piece = '';
  }
}
