export { at, type Element, NAMESPACE, textOf } from '../element.ts';
export { ElementBuilder } from '../element-builder.ts';
export { aCredential, type TestCredential } from './a-credential.ts';
export { signed, type SigningOptions } from './signed.ts';
export { federationXml, inChunks, POST, type ProviderXml, providerXml, REDIRECT } from './some-metadata.ts';
