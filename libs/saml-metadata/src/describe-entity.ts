import type { ProviderMetadata } from '@ligature/identity-model';
import { at, type Element, textOf } from './element.ts';
import type { ReadEntity } from './read-entity.ts';
import { logoutOf, signOnUrlOf } from './provider-endpoints.ts';
import { isOfProtocol, signingCertificatesOf } from './provider-role.ts';
import { displayNamesOf, keywordsOf } from './provider-names.ts';

const CATEGORY = 'http://macedir.org/entity-category';
const HIDDEN = 'http://refeds.org/category/hide-from-discovery';

/**
 * Reads one entity.
 * @param validUntil what the documents and groups around it say
 * @returns undefined for what is no identity provider of SAML 2.0
 */
export function describeEntity(entity: Element, validUntil: Date | null): ReadEntity | undefined {
  const entityId = entity.attributes.get('entityID') ?? '';
  const role = at(entity, ['metadata', 'IDPSSODescriptor']).find(isOfProtocol);
  if (role === undefined) return undefined;
  const [signOnUrl, certificates] = [signOnUrlOf(role), signingCertificatesOf(role)];
  const unusable = (reason: string): ReadEntity => ({ kind: 'unusable', entityId, reason });
  if (entityId === '') return unusable('it has no entity id');
  if (signOnUrl === undefined) return unusable('it names no https sign-on address for the HTTP-Redirect binding');
  if (certificates.length === 0) return unusable('it holds no signing certificate of 2048 bits or more');
  const lasts = earliest(validUntil, instantOf(entity), instantOf(role));
  return {
    kind: 'provider',
    provider: { ...describe(entity, role, entityId), signOnUrl, certificates, validUntil: lasts },
  };
}

/** The first of several ends; null never comes. */
export function earliest(...ends: readonly (Date | null)[]): Date | null {
  const times = ends.flatMap((end) => (end === null ? [] : [end.getTime()]));
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** `validUntil` of an element. One that cannot be read has passed. */
export function instantOf({ attributes }: Pick<Element, 'attributes'>): Date | null {
  const text = attributes.get('validUntil');
  if (text === undefined) return null;
  const time = Date.parse(text);
  return new Date(Number.isNaN(time) ? 0 : time);
}

function describe(
  entity: Element,
  role: Element,
  entityId: string,
): Omit<ProviderMetadata, 'signOnUrl' | 'certificates' | 'validUntil'> {
  const displayNames = displayNamesOf(entity, role);
  const [first = entityId] = Object.values(displayNames);
  return {
    entityId,
    displayNames,
    displayName: displayNames['en'] ?? first,
    keywords: keywordsOf(role),
    wantsSignedRequests: /^(true|1)$/.test(role.attributes.get('WantAuthnRequestsSigned') ?? ''),
    singleLogout: logoutOf(role),
    ...scopesOf(entity, role),
    isHidden: isHidden(entity),
  };
}

/** What is no domain is kept too, and is nobody's: without it the provider would seem to state none, and speak for all. */
function scopesOf(entity: Element, role: Element): Pick<ProviderMetadata, 'scopes' | 'scopePatterns'> {
  const stated = at([role, entity], ['metadata', 'Extensions'], ['scope', 'Scope']);
  const isPattern = (scope: Element): boolean => /^(true|1)$/.test(scope.attributes.get('regexp') ?? '');
  const texts = (scopes: readonly Element[]): string[] => [...new Set(scopes.flatMap((scope) => textOf(scope) ?? []))];
  return {
    scopes: texts(stated.filter((scope) => !isPattern(scope))).map((name) => name.toLowerCase()),
    scopePatterns: texts(stated.filter(isPattern)),
  };
}

function isHidden(entity: Element): boolean {
  const attributes = at(
    entity,
    ['metadata', 'Extensions'],
    ['attribute', 'EntityAttributes'],
    ['assertion', 'Attribute'],
  ).filter((attribute) => attribute.attributes.get('Name') === CATEGORY);
  return at(attributes, ['assertion', 'AttributeValue']).some((value) => textOf(value) === HIDDEN);
}
