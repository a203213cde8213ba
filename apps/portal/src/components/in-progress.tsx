import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';

interface InProgressProps {
  readonly context: PageContext;
  /** What is being done. */
  readonly text: string;
  readonly id?: string;
}

/** Something that ends in a moment: connection.js shows the page anew then, and says that it will; the link does without it. */
export function InProgress({ context, text, id }: InProgressProps): JSX.Element {
  const { byItself, later, refresh } = context.texts.connection;
  return (
    <>
      <p id={id} role="status" class="working" data-working="true" data-later={later}>
        {text} <span hidden>{byItself}</span>
      </p>
      <p>
        <a href="/connection">{refresh}</a>
      </p>
    </>
  );
}
