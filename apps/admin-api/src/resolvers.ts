import { ConnectionsResolver } from './connections/connections.resolver.ts';
import { FeedResolver } from './feed/feed.resolver.ts';
import { InstitutionResolver } from './institution/institution.resolver.ts';
import { MetadataSourcesResolver } from './metadata-sources/metadata-sources.resolver.ts';
import { PeopleResolver } from './people/people.resolver.ts';

/** All that can be asked of the admin API. */
export const resolvers = [
  ConnectionsResolver,
  FeedResolver,
  InstitutionResolver,
  MetadataSourcesResolver,
  PeopleResolver,
] as const;
