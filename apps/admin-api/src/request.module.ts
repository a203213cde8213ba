import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { Authenticator } from './access/authenticator.ts';
import { LoaderFactory } from './loaders.ts';

/** What every request is met with. */
@Module({ providers: [Authenticator, Clock, LoaderFactory], exports: [Authenticator, LoaderFactory] })
export class RequestModule {}
