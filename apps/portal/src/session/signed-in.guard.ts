import { People } from '@ligature/people';
import type { Person } from '@ligature/persistence';
import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import type { Request } from 'express';
import { CurrentInstitution } from '../institution/current-institution.ts';
import './session-data.ts';

interface SignedInRequest extends Request {
  person?: Person;
}

/** Lets in whoever is signed in, and finds out who it is. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly people: People,
    private readonly institution: CurrentInstitution,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const { personId } = request.session;
    const institution = await this.institution.get();
    const person = personId === undefined ? null : await this.people.find(institution.id, personId);
    if (person === null) throw new UnauthorizedException('sign-in-first');
    request.person = person;
    return true;
  }
}

/** The researcher who is signed in, behind SignedInGuard. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const { person } = context.switchToHttp().getRequest<SignedInRequest>();
  if (person === undefined) throw new Error('CurrentResearcher needs SignedInGuard.');
  return person;
});
