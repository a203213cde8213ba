import type { Permission } from '@ligature/identity-model';
import { Reflector } from '@nestjs/core';

/** Which permission a query, mutation or field resolver needs. */
export const Needs = Reflector.createDecorator<Permission>();
