import { type VNode } from 'preact';
import { Page } from './page.tsx';

export interface InboxMessage {
  readonly putCode: number;
  readonly sender: string;
  readonly subject: string;
  readonly intro: string;
  readonly items: readonly string[];
  readonly link: { readonly url: string; readonly words: string };
  /** When it was archived, if it was, or will be. */
  readonly archived: { readonly on: string; readonly isPast: boolean };
  readonly deletedOn: string;
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
        {messages.map((message) => (
          <Message key={message.putCode} message={message} />
        ))}
      </ul>
    </Page>
  );
}

function Message({ message }: { readonly message: InboxMessage }): VNode {
  const { putCode, sender, subject, intro, items, link, archived, deletedOn } = message;
  return (
    <li>
      <h2 id={`message-${putCode}`}>{subject}</h2>
      <p class="meta">
        From {sender} · {archived.isPast ? 'Archived' : 'Will be archived'} on {archived.on} · Will be deleted on{' '}
        {deletedOn}
      </p>
      <p>{intro}</p>
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={link.url}>{link.words}</a>
      </p>
      {!archived.isPast && (
        <form method="post" action={`/inbox/${putCode}/archive`}>
          <button class="quiet" type="submit" aria-describedby={`message-${putCode}`}>
            Archive
          </button>
        </form>
      )}
    </li>
  );
}
