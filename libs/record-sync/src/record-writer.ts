import { type RecordAccess, SectionCalls } from '@ligature/orcid-client';
import { affiliationItem, type PutCode } from '@ligature/orcid-model';
import { Injectable } from '@nestjs/common';
import type { WriteStep } from './plan.ts';

/** Does one step at ORCID. */
@Injectable()
export class RecordWriter {
  constructor(private readonly items: SectionCalls) {}

  /** @returns the put-code the item has afterwards; undefined when it was removed */
  async write(access: RecordAccess, step: WriteStep): Promise<PutCode | undefined> {
    switch (step.action) {
      case 'create':
        return this.items.create(access, affiliationItem(step.content));
      case 'update':
        await this.items.replace(access, step.putCode, affiliationItem(step.content));
        return step.putCode;
      case 'remove':
        await this.items.remove(access, step.kind, step.putCode);
        return undefined;
    }
  }
}
