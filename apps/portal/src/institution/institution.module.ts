import { Global, Module } from '@nestjs/common';
import { CurrentInstitution } from './current-institution.ts';

@Global()
@Module({ providers: [CurrentInstitution], exports: [CurrentInstitution] })
export class InstitutionModule {}
