import type { Affiliation } from './affiliation.ts';
import type { ContentOf, SummaryOf } from './section-content.ts';

/** What an item is called, for people: its title, role or name, or the value itself. */
export function titleOf(content: ContentOf | SummaryOf | Omit<Affiliation, 'externalIds'>): string {
  if (typeof content === 'string') return content;
  if ('title' in content) return content.title;
  if ('kind' in content) return content.role ?? content.department ?? content.organization.name;
  if ('groupId' in content) return ('subject' in content ? content.subject.title : undefined) ?? content.groupId;
  if ('value' in content) return `${content.type}: ${content.value}`;
  return content.name ?? content.url;
}
