import { Module } from '@nestjs/common';
import { LoaderFactory } from './loaders.ts';

@Module({ providers: [LoaderFactory], exports: [LoaderFactory] })
export class LoadersModule {}
