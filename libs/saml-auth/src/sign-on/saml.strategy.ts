import { MultiSamlStrategy, type Profile, type SamlConfig, type VerifyWithRequest } from '@node-saml/passport-saml';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request, Response } from 'express';
import passport from 'passport';
import { RefusedMessageError } from '../refused-message.error.ts';
import { libraryRefusal } from './library-refusal.ts';

/** How the library is set up for each request under way; it goes with its request. */
const optionsOf = new WeakMap<object, SamlConfig>();

/** The library wants a callback for sign-on and one for logout; Nest's mixin gives one. Logout has routes of its own. */
class SignOnOnlyStrategy extends MultiSamlStrategy {
  constructor(verify: VerifyWithRequest) {
    const options: ConstructorParameters<typeof MultiSamlStrategy>[0] = {
      passReqToCallback: true,
      getSamlOptions: (request, done) => {
        const found = optionsOf.get(request);
        if (found === undefined) done(new RefusedMessageError('unknown-sign-in'));
        else done(null, found);
      },
    };
    super(options, verify, (_request, _profile, done) => {
      done(new RefusedMessageError('unexpected-message'));
    });
  }
}

/** The library's part: it writes requests, verifies signatures and decrypts. The steps around it are SignOn's. */
@Injectable()
export class SamlStrategy extends PassportStrategy(SignOnOnlyStrategy, 'saml') {
  /** What passport calls the user: the assertion as it was signed. */
  validate(_request: object, profile: Profile | null): { readonly xml: string } {
    const xml = profile?.getAssertionXml?.();
    if (xml === undefined) throw new RefusedMessageError('library-refused');
    return { xml };
  }

  /** Sends the browser to the provider with a request for a sign-in. */
  ask(request: Request, response: Response, options: SamlConfig): Promise<void> {
    return new Promise((resolve, reject) => {
      response.once('finish', resolve);
      run(request, response, options, reject);
    });
  }

  /** @returns the assertion as it was signed. @throws RefusedMessageError when the library does not accept the answer */
  check(request: Request, response: Response, options: SamlConfig): Promise<string> {
    return new Promise((resolve, reject) => {
      run(request, response, options, (cause, verified) => {
        if (verified) resolve(verified.xml);
        else reject(libraryRefusal(cause));
      });
    });
  }
}

type Done = (error: unknown, verified?: { readonly xml: string } | false) => void;
type Middleware = (request: Request, response: Response, next: Done) => void;

function run(request: Request, response: Response, options: SamlConfig, done: Done): void {
  optionsOf.set(request, options);
  (passport.authenticate('saml', { session: false }, done) as Middleware)(request, response, done);
}
