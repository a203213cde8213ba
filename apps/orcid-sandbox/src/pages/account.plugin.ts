import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { queryOf } from '../api/request-parts.ts';
import { type Context } from '../http/context.ts';
import { formOf } from '../oauth/token.plugin.ts';
import { isOneOf, VISIBILITIES } from '../model/vocabulary.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { register } from '../registry/register.ts';
import { type Registry } from '../registry/registry.ts';
import { sendPage } from './html-reply.ts';
import { RegisterPage } from './register.page.tsx';
import { SignInPage } from './sign-in.page.tsx';
import { listedPeople, safeNext, sessionOf, signIn, signOut } from './visitor.ts';

/** Signing in and out, and registering. */
export function accountPlugin({ registry }: Context) {
  return (app: FastifyInstance): void => {
    app.get('/signin', (request, reply) => {
      const query = queryOf(request);
      return sendSignIn(registry, reply, { next: safeNext(query.get('next')), username: query.get('username') ?? '' });
    });
    app.post('/signin', (request, reply) => signInByForm(registry, request, reply));
    app.get('/register', (request, reply) => sendRegister(reply, queryOf(request)));
    app.post('/register', (request, reply) => registerByForm(registry, request, reply));
    app.post('/signout', (request, reply) => {
      signOut(registry, request, reply);
      return reply.redirect(safeNext(formOf(request).get('next')), 303);
    });
    app.get('/userStatus.json', (request, reply) => userStatus(registry, request, reply));
  };
}

interface SignInState {
  readonly next: string;
  readonly username: string;
  readonly problem?: string;
}

export function sendSignIn(registry: Registry, reply: FastifyReply, state: SignInState): FastifyReply {
  const people = registry.settings.listPeople ? listedPeople(registry) : [];
  const status = state.problem === undefined ? 200 : 401;
  return sendPage(reply, SignInPage({ ...state, people }), status, formTargetOf(state.next));
}

/** Where consent is skipped, the sign-in form itself leads to the client, by redirects that the browser's policy follows. */
function formTargetOf(next: string): string {
  const redirectUri = new URL(next, 'http://here').searchParams.get('redirect_uri') ?? '';
  return URL.canParse(redirectUri) ? new URL(redirectUri).origin : '';
}

function signInByForm(registry: Registry, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const form = formOf(request);
  const next = safeNext(form.get('next'));
  const username = form.get('username') ?? '';
  const record = whoSignsIn(registry, form);
  const problem = record === undefined ? 'This e-mail address or iD and password do not match.' : closedFor(record);
  if (record === undefined || problem !== undefined) {
    return sendSignIn(registry, reply, { next, username, ...(problem === undefined ? {} : { problem }) });
  }
  signIn(registry, record, reply);
  return reply.redirect(next, 303);
}

/** By password, or by one press where the settings list the people. */
function whoSignsIn(registry: Registry, form: URLSearchParams): OrcidRecord | undefined {
  const pressed = form.get('person');
  if (pressed !== null && registry.settings.listPeople) return registry.record(pressed);
  const record = registry.records.findByUsername(form.get('username') ?? '');
  return record?.profile.password === form.get('password') ? record : undefined;
}

function closedFor({ profile }: OrcidRecord): string | undefined {
  switch (profile.state.kind) {
    case 'active':
      return undefined;
    case 'locked':
      return 'This record is locked.';
    case 'deactivated':
      return 'This record is deactivated.';
    case 'merged':
      return `This record was merged into ${profile.state.into}. Sign in with that iD.`;
    case 'unclaimed':
      return 'This record has not been claimed.';
  }
}

export function sendRegister(reply: FastifyReply, query: URLSearchParams, problem?: string): FastifyReply {
  const next = safeNext(query.get('next'));
  const page = RegisterPage({
    next,
    givenNames: query.get('given_names') ?? '',
    familyNames: query.get('family_names') ?? '',
    email: query.get('email') ?? '',
    problem,
  });
  return sendPage(reply, page, problem === undefined ? 200 : 400, formTargetOf(next));
}

function registerByForm(registry: Registry, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const form = formOf(request);
  const field = (name: string) => (form.get(name) ?? '').trim();
  const [givenNames, familyName, email, password] = ['given_names', 'family_names', 'email', 'password'].map(field);
  const visibility = field('visibility');
  if (!givenNames || !email || !password || !isOneOf(VISIBILITIES, visibility)) {
    return sendRegister(reply, form, 'Given names, e-mail address and password are needed.');
  }
  if (registry.records.findByUsername(email) !== undefined) {
    return sendRegister(reply, form, 'There is a record with this e-mail address already. Sign in instead.');
  }
  const record = register(registry, { givenNames, familyName, email, password, visibility });
  signIn(registry, record, reply);
  return reply.redirect(safeNext(form.get('next')), 303);
}

/** Loaded by clients in the browser to end a session before they ask (S: HomeController). */
function userStatus(registry: Registry, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (queryOf(request).get('logUserOut') === 'true') {
    signOut(registry, request, reply);
    return reply.send({ loggedIn: false });
  }
  return reply.send({ loggedIn: sessionOf(registry, request) !== undefined });
}
