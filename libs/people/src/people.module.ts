import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { People } from './people.ts';

@Module({ providers: [Clock, People], exports: [People] })
export class PeopleModule {}
