import type { LogoutEndpoint } from '@ligature/identity-model';
import { at, type Element } from './element.ts';

const BINDINGS = {
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
} as const;

export function signOnUrlOf(role: Element): string | undefined {
  const services = at(role, ['metadata', 'SingleSignOnService']);
  return services
    .filter((service) => isBound(service, 'redirect'))
    .flatMap((service) => address(service, 'Location'))[0];
}

/** Redirect first: it needs no page between, and a cookie marked Lax travels with it. */
export function logoutOf(role: Element): LogoutEndpoint[] {
  const services = at(role, ['metadata', 'SingleLogoutService']);
  return (['redirect', 'post'] as const).flatMap((binding) =>
    services
      .filter((service) => isBound(service, binding))
      .flatMap((service) => address(service, 'Location').map((url) => ({ service, url })))
      .map(({ service, url }) => ({ binding, url, responseUrl: address(service, 'ResponseLocation')[0] ?? url })),
  );
}

function isBound(service: Element, binding: keyof typeof BINDINGS): boolean {
  return service.attributes.get('Binding') === BINDINGS[binding];
}

/** People are sent there, so it is an address of the web and nothing else; by https, but for a provider on this computer. */
function address(service: Element, name: string): string[] {
  const text = service.attributes.get(name) ?? '';
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null;
  return url !== null && (url.protocol === 'https:' || HERE.includes(url.hostname)) ? [text] : [];
}

const HERE = ['localhost', '127.0.0.1', '[::1]'];
