import type { OverviewItem } from '@ligature/record-sync';
import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';

interface WrongLinkProps {
  readonly context: PageContext;
  readonly item: OverviewItem;
  readonly title: string;
}

/** Leads to those who look after the data, with the row that the item comes from: they must not have to search for it. */
export function WrongLink({ context, item, title }: WrongLinkProps): JSX.Element {
  const { wrong } = context.texts.connection;
  return (
    <p class="wrong">
      <a href={mailAbout(context, item, title)} aria-label={wrong.linkOf(title)}>
        {wrong.link}
      </a>
    </p>
  );
}

/** Only what concerns this item: nothing of the permission, and nothing of anybody else. */
function mailAbout(
  { texts, institution }: PageContext,
  { section, origin, putCode }: OverviewItem,
  title: string,
): string {
  const { wrong, putCode: putCodeOf } = texts.connection;
  const body = [
    wrong.describe,
    '',
    '',
    wrong.keep,
    `${texts.sections[section]}: ${title}`,
    wrong.row(origin.feed, origin.personKey, origin.rowKey),
    ...(putCode === null ? [] : [putCodeOf(putCode)]),
  ];
  const [subject, text] = [wrong.subject(title), body.join('\r\n')].map(encodeURIComponent);
  return `mailto:${institution.branding.supportEmail}?subject=${subject ?? ''}&body=${text ?? ''}`;
}
