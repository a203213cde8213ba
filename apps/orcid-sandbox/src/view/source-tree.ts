import { hostOf } from '../http/addresses.ts';
import { type Identifier, type SourceTree } from '../model/source.ts';
import { type Source } from '../world/item.ts';
import { type OrcidRecord } from '../world/orcid-record.ts';
import { publicName } from './public-name.ts';
import { type Scene } from './scene.ts';

export function orcidIdentifier(scene: Scene, orcid: string): Identifier {
  const { site } = scene.addresses;
  return { uri: `${site}/${orcid}`, path: orcid, host: hostOf(site) };
}

function clientIdentifier(scene: Scene, id: string): Identifier {
  const { site } = scene.addresses;
  return { uri: `${site}/client/${id}`, path: id, host: hostOf(site) };
}

export function sourceTree(scene: Scene, source: Source): SourceTree {
  if (source.kind === 'client') {
    const name = scene.world.clients.find(source.id)?.name;
    return { 'source-client-id': clientIdentifier(scene, source.id), ...nameTree(name), ...originTree(scene, source) };
  }
  const person: OrcidRecord | undefined = scene.world.record(source.orcid);
  return {
    'source-orcid': orcidIdentifier(scene, source.orcid),
    ...nameTree(person === undefined ? undefined : publicName(person.profile)),
  };
}

/** For clients with user OBO (S: SourceManagerImpl.retrieveActiveSource). */
function originTree(scene: Scene, { origin }: { readonly origin?: string }): SourceTree {
  if (origin === undefined) return {};
  const person = scene.world.record(origin);
  const name = person === undefined ? undefined : publicName(person.profile);
  return {
    'assertion-origin-orcid': orcidIdentifier(scene, origin),
    ...(name === undefined ? {} : { 'assertion-origin-name': { value: name } }),
  };
}

function nameTree(name: string | undefined): Pick<SourceTree, 'source-name'> {
  return name === undefined ? {} : { 'source-name': { value: name } };
}
