import { type VNode } from 'preact';
import { Page } from './page.tsx';

interface MessageProps {
  readonly title: string;
  readonly message: string;
}

/** Something went wrong before anybody could be sent anywhere. */
export function MessagePage({ title, message }: MessageProps): VNode {
  return (
    <Page title={title}>
      <p class="problem" role="alert">
        {message}
      </p>
    </Page>
  );
}
