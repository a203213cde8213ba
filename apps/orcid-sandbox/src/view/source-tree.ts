import { hostOf } from '../http/addresses.ts';
import { type Identifier, type SourceTree } from '../model/source.ts';
import { type Source } from '../registry/item.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { publicName } from './public-name.ts';
import { type ViewContext } from './view-context.ts';

export function orcidIdentifier(context: ViewContext, orcid: string): Identifier {
  const { site } = context.addresses;
  return { uri: `${site}/${orcid}`, path: orcid, host: hostOf(site) };
}

function clientIdentifier(context: ViewContext, id: string): Identifier {
  const { site } = context.addresses;
  return { uri: `${site}/client/${id}`, path: id, host: hostOf(site) };
}

export function sourceTree(context: ViewContext, source: Source): SourceTree {
  if (source.kind === 'client') {
    const name = context.registry.clients.find(source.id)?.name;
    return {
      'source-client-id': clientIdentifier(context, source.id),
      ...nameTree(name),
      ...originTree(context, source),
    };
  }
  const person: OrcidRecord | undefined = context.registry.record(source.orcid);
  return {
    'source-orcid': orcidIdentifier(context, source.orcid),
    ...nameTree(person === undefined ? undefined : publicName(person.profile)),
  };
}

/** For clients with user OBO (S: SourceManagerImpl.retrieveActiveSource). */
function originTree(context: ViewContext, { origin }: { readonly origin?: string }): SourceTree {
  if (origin === undefined) return {};
  const person = context.registry.record(origin);
  const name = person === undefined ? undefined : publicName(person.profile);
  return {
    'assertion-origin-orcid': orcidIdentifier(context, origin),
    ...(name === undefined ? {} : { 'assertion-origin-name': { value: name } }),
  };
}

function nameTree(name: string | undefined): Pick<SourceTree, 'source-name'> {
  return name === undefined ? {} : { 'source-name': { value: name } };
}
