import type { SaxesTagNS } from 'saxes';
import type { Element } from './element.ts';
import { UnusableMetadataError } from './unusable-metadata.error.ts';

/** Far above any entity of eduGAIN, far below what would fill the memory (our choice). */
const LARGEST_CHARACTERS = 4 * 1024 * 1024;
const DEEPEST = 64;

interface GrowingElement extends Element {
  readonly attributes: Map<string, string>;
  readonly children: GrowingElement[];
  text: string;
}

/** Builds one element from what a parser reads, without the parts that nobody asks for. */
export class ElementBuilder {
  private readonly open: GrowingElement[] = [];
  private skipped = 0;
  private characters = 0;

  /** @param isWanted says of an element whether it, and what is in it, is kept */
  constructor(private readonly isWanted: (tag: SaxesTagNS) => boolean = () => true) {}

  start(tag: SaxesTagNS): void {
    if (this.open.length + this.skipped >= DEEPEST) throw new UnusableMetadataError('it is nested too deep');
    if (this.skipped > 0 || !this.isWanted(tag)) this.skipped++;
    else this.add(toElement(tag));
  }

  text(piece: string): void {
    const current = this.open.at(-1);
    if (this.skipped > 0 || current === undefined) return;
    this.count(piece.length);
    current.text += piece;
  }

  /** @returns the whole element when this was its end */
  end(): Element | undefined {
    if (this.skipped > 0) {
      this.skipped--;
      return undefined;
    }
    const ended = this.open.pop();
    return this.open.length === 0 ? ended : undefined;
  }

  private add(element: GrowingElement): void {
    for (const [name, value] of element.attributes) this.count(name.length + value.length);
    this.open.at(-1)?.children.push(element);
    this.open.push(element);
  }

  private count(characters: number): void {
    this.characters += characters;
    if (this.characters > LARGEST_CHARACTERS) throw new UnusableMetadataError('one entity in it is larger than 4 MiB');
  }
}

function toElement({ uri, local, attributes }: SaxesTagNS): GrowingElement {
  const kept = Object.values(attributes).filter(({ prefix, name }) => prefix === '' || name === 'xml:lang');
  return {
    namespace: uri,
    name: local,
    attributes: new Map(kept.map(({ name, value }) => [name, value])),
    children: [],
    text: '',
  };
}
