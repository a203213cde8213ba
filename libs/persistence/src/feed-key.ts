import type { FeedRules, Institution } from './entities/institution.entity.ts';
import type { FeedKey } from './repositories/assertion.repository.ts';

/** Names of before feeds had any: what is stored carries them. */
const FIRST_FEED = 'hr';
const FIRST_SPACE = 'staff';
const ITEMS_FEED = 'items';

type Owner = Pick<Institution, 'id' | 'feed'>;

/** Which feed an institution's HR export is, and in which number space its staff ids count. */
export function feedKeyOf({ id: institutionId, feed }: Owner): FeedKey {
  return { institutionId, feed: feed.name ?? FIRST_FEED, space: spaceOf(feed) };
}

/** Which feed an institution's items files are. Unless said otherwise their staff ids are those of the HR export. */
export function itemsKeyOf({ id: institutionId, feed }: Owner): FeedKey {
  const { name = ITEMS_FEED, staffIdSpace = spaceOf(feed) } = feed.items ?? {};
  return { institutionId, feed: name, space: staffIdSpace };
}

function spaceOf({ staffIdSpace = FIRST_SPACE }: FeedRules): string {
  return staffIdSpace;
}
