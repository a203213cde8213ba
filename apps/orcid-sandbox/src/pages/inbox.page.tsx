import { type VNode } from 'preact';
import { Page } from './page.tsx';

export interface InboxMessage {
  readonly putCode: number;
  readonly sender: string;
  readonly subject: string;
  readonly intro: string;
  readonly items: readonly string[];
  readonly url: string;
  readonly isArchived: boolean;
}

interface InboxProps {
  readonly name: string;
  readonly messages: readonly InboxMessage[];
}

/** Opening the inbox reads what is in it, after which nobody can take it back. */
export function InboxPage({ name, messages }: InboxProps): VNode {
  return (
    <Page title="Inbox" signedInAs={name}>
      {messages.length === 0 && <p>Nothing has been sent to you.</p>}
      <ul class="cards">
        {messages.map(({ putCode, sender, subject, intro, items, url, isArchived }) => (
          <li key={putCode}>
            <h2>{subject}</h2>
            <p class="meta">
              From {sender}
              {isArchived && ', archived'}
            </p>
            <p>{intro}</p>
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
            <p>
              <a href={url}>Grant permission</a>
            </p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
