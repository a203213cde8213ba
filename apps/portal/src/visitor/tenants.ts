import { TenantRows } from '@ligature/persistence';
import { PublicAddress, PublicUrlConfig, requestedOrigins } from '@ligature/web';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Tenant } from './visitor.ts';

/** Whose portal a request is for: by its host name, and by nothing else. */
@Injectable()
export class Tenants {
  constructor(
    private readonly rows: TenantRows,
    private readonly config: PublicUrlConfig,
  ) {}

  async find(request: Request): Promise<Tenant | undefined> {
    const row = await this.rows.findByOrigin(requestedOrigins(request), this.config.origin);
    if (row === undefined) return undefined;
    return { ...row, address: row.publicUrl === null ? this.config : new PublicAddress(new URL(row.publicUrl)) };
  }
}
