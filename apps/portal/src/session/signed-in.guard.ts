import { Researchers } from '@ligature/connections';
import type { Researcher } from '@ligature/persistence';
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
  researcher?: Researcher;
}

/** Lets in whoever is signed in, and finds out who it is. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly researchers: Researchers,
    private readonly institution: CurrentInstitution,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const { researcherId } = request.session;
    const institution = await this.institution.get();
    const researcher = researcherId === undefined ? null : await this.researchers.find(institution.id, researcherId);
    if (researcher === null) throw new UnauthorizedException('sign-in-first');
    request.researcher = researcher;
    return true;
  }
}

/** The researcher who is signed in, behind SignedInGuard. */
export const CurrentResearcher = createParamDecorator((_: unknown, context: ExecutionContext): Researcher => {
  const { researcher } = context.switchToHttp().getRequest<SignedInRequest>();
  if (researcher === undefined) throw new Error('CurrentResearcher needs SignedInGuard.');
  return researcher;
});
