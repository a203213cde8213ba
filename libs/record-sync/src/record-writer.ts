import { AffiliationCalls, type RecordAccess } from '@ligature/orcid-client';
import type { PutCode } from '@ligature/orcid-model';
import { Injectable } from '@nestjs/common';
import type { WriteStep } from './plan.ts';

/** Does one step at ORCID. */
@Injectable()
export class RecordWriter {
  constructor(private readonly affiliations: AffiliationCalls) {}

  /** @returns the put-code the item has afterwards; undefined when it was removed */
  async write(access: RecordAccess, step: WriteStep): Promise<PutCode | undefined> {
    switch (step.action) {
      case 'create':
        return this.affiliations.create(access, step.content);
      case 'update':
        await this.affiliations.replace(access, step.putCode, step.content);
        return step.putCode;
      case 'remove':
        await this.affiliations.remove(access, step.kind, step.putCode);
        return undefined;
    }
  }
}
