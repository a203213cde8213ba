import type { FeedKey, Institution } from '@ligature/persistence';

/** Names of before feeds had any: what is stored carries them. */
const FIRST_FEED = 'hr';
const FIRST_SPACE = 'staff';

/** Which feed an institution's HR export is, and in which number space its staff ids count. */
export function feedKeyOf({ id: institutionId, feed }: Institution): FeedKey {
  return { institutionId, feed: feed.name ?? FIRST_FEED, space: feed.staffIdSpace ?? FIRST_SPACE };
}
