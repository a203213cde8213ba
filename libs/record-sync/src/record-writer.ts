import { type CreatedItem, type RecordAccess, SectionCalls } from '@ligature/orcid-client';
import type { ContentOf, PutCode, Section } from '@ligature/orcid-model';
import { Injectable } from '@nestjs/common';
import type { WriteStep } from './plan.ts';

/** Does steps at ORCID. */
@Injectable()
export class RecordWriter {
  constructor(private readonly sections: SectionCalls) {}

  /** @returns the put-code the item has afterwards; undefined when it was removed */
  async write(access: RecordAccess, step: WriteStep): Promise<PutCode | undefined> {
    switch (step.action) {
      case 'create':
        return this.sections.create(access, step.item);
      case 'update':
        await this.sections.replace(access, step.putCode, step.item);
        return step.putCode;
      case 'remove':
        await this.sections.remove(access, step.section, step.putCode);
        return undefined;
    }
  }

  /** Creates many of one section, and yields what became of each, in order. */
  createMany<S extends Section>(
    access: RecordAccess,
    section: S,
    contents: readonly ContentOf<S>[],
  ): AsyncGenerator<CreatedItem, void> {
    return this.sections.createMany(access, section, contents);
  }
}
