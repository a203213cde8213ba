import { MultiSamlStrategy, type Profile, type SamlConfig, type VerifyWithRequest } from '@node-saml/passport-saml';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { RefusedMessageError } from '../refused-message.error.ts';
import type { SignOnOutcome } from './sign-on-outcome.ts';
import { type ReturnedSignOn, SignOn } from './sign-on.ts';

/** What the strategy needs to know of a request: how to set the library up, and at the answer, what was asked. */
export interface SignOnScene {
  readonly options: SamlConfig;
  readonly returned?: ReturnedSignOn;
}

/** The scenes of the requests under way; they go with their requests. */
const scenes = new WeakMap<object, SignOnScene>();

/** The library wants a callback for sign-on and one for logout; Nest's mixin gives one. Logout has routes of its own. */
class SignOnOnlyStrategy extends MultiSamlStrategy {
  constructor(verify: VerifyWithRequest) {
    const options: ConstructorParameters<typeof MultiSamlStrategy>[0] = {
      passReqToCallback: true,
      getSamlOptions: (request, done) => {
        const scene = scenes.get(request);
        if (scene === undefined) done(new RefusedMessageError('unknown-sign-in'));
        else done(null, scene.options);
      },
    };
    super(options, verify, (_request, _profile, done) => {
      done(new RefusedMessageError('not-one-message'));
    });
  }
}

/** Verifies signatures with passport-saml; the steps around it are SignOn's. */
@Injectable()
export class SamlStrategy extends PassportStrategy(SignOnOnlyStrategy, 'saml') {
  constructor(private readonly signOn: SignOn) {
    super();
  }

  prepare(request: object, scene: SignOnScene): void {
    scenes.set(request, scene);
  }

  async validate(request: object, profile: Profile | null): Promise<SignOnOutcome> {
    const returned = scenes.get(request)?.returned;
    const verified = profile?.getAssertion?.();
    if (returned === undefined || verified === undefined) throw new RefusedMessageError('unknown-sign-in');
    const person = await this.signOn.accept(returned, verified);
    const { institutionId, returnTo } = returned.pending;
    return { kind: 'signed-in', person, institutionId, returnTo };
  }
}
