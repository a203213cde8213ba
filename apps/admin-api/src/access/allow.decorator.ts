import type { AccessRole } from '@ligature/persistence';
import { Reflector } from '@nestjs/core';

/** Which roles may use a query, mutation or field resolver. */
export const Allow = Reflector.createDecorator<AccessRole[]>();

/** Reading is for every key. */
export const READERS: AccessRole[] = ['administrator', 'reader'];
