import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';

/** Serves the metadata of a service provider that may be down at times. */
export class MetadataHost {
  xml: string | undefined;
  readonly #server = createServer((_request, response) => {
    response.statusCode = this.xml === undefined ? 503 : 200;
    response.end(this.xml);
  });

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/metadata`;
  }
}

export interface MetadataFacts {
  readonly entityId: string;
  readonly endpoints: string;
  readonly keys?: readonly { readonly certificate: string; readonly use?: 'signing' | 'encryption' }[];
  readonly signsRequests?: boolean;
}

/** Laid out like a hand-written document: line breaks in certificates, a default namespace, unrelated elements. */
export function metadataXml({ entityId, endpoints, keys = [], signsRequests = false }: MetadataFacts): string {
  const descriptors = keys.map(
    ({ certificate, use }) =>
      `<KeyDescriptor${use ? ` use="${use}"` : ''}><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
      <ds:X509Certificate>\n${certificate.replace(/.{64}/g, '$&\n')}\n</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">
  <SPSSODescriptor AuthnRequestsSigned="${signsRequests}" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ${descriptors.join('')}${endpoints}
  </SPSSODescriptor>
  <Organization><OrganizationName xml:lang="en">Example</OrganizationName></Organization>
</EntityDescriptor>`;
}

export function endpoint(element: string, binding: 'HTTP-Redirect' | 'HTTP-POST', location: string, more = ''): string {
  return `<${element} Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="${location}" ${more}/>`;
}
