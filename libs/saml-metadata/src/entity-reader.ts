import type { SaxesTagNS } from 'saxes';
import { describeEntity, earliest, instantOf } from './describe-entity.ts';
import { isNamed } from './element.ts';
import { ElementBuilder } from './element-builder.ts';
import type { ReadEntity } from './read-entity.ts';
import type { ReadingEvent } from './reading-event.ts';
import { UnusableMetadataError } from './unusable-metadata.error.ts';

/** Large parts of entities that say nothing of an identity provider. */
const UNWANTED = new Set([
  'SPSSODescriptor',
  'AttributeAuthorityDescriptor',
  'AuthnAuthorityDescriptor',
  'PDPDescriptor',
  'Logo',
]);

/** Makes identity providers of what is read, one entity in memory at a time. */
export class EntityReader {
  /** Until when each group around is valid. */
  private readonly groups: (Date | null)[] = [];
  private builder: ElementBuilder | undefined;
  /** Depth in parts that are neither groups nor entities. */
  private aside = 0;
  private read: ReadEntity[] = [];

  add(event: ReadingEvent): void {
    if (event.kind === 'start') this.start(event.tag);
    else if (event.kind === 'text') this.builder?.text(event.text);
    else this.end();
  }

  /** What was read since the last call. */
  take(): ReadEntity[] {
    return this.read.splice(0);
  }

  private start(tag: SaxesTagNS): void {
    if (this.builder !== undefined) this.builder.start(tag);
    else if (this.aside > 0) this.aside++;
    else if (isNamed(tag, 'metadata', 'EntitiesDescriptor')) this.groups.push(this.lasting(tag));
    else if (isNamed(tag, 'metadata', 'EntityDescriptor')) this.begin(tag);
    else if (this.groups.length > 0) this.aside = 1;
    else throw new UnusableMetadataError('it is not SAML metadata');
  }

  private begin(tag: SaxesTagNS): void {
    this.builder = new ElementBuilder(({ local }) => !UNWANTED.has(local));
    this.builder.start(tag);
  }

  private end(): void {
    if (this.builder !== undefined) this.finish(this.builder);
    else if (this.aside > 0) this.aside--;
    else this.groups.pop();
  }

  private finish(builder: ElementBuilder): void {
    const entity = builder.end();
    if (entity === undefined) return;
    this.builder = undefined;
    const described = describeEntity(entity, this.groups.at(-1) ?? null);
    if (described !== undefined) this.read.push(described);
  }

  private lasting({ attributes }: SaxesTagNS): Date | null {
    const plain = new Map(Object.values(attributes).map(({ name, value }) => [name, value]));
    return earliest(this.groups.at(-1) ?? null, instantOf({ attributes: plain }));
  }
}
