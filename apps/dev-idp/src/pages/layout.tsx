import { type ComponentChildren, type VNode } from 'preact';
import { render } from 'preact-render-to-string';

interface LayoutProps {
  readonly title: string;
  readonly institution: string;
  readonly children: ComponentChildren;
}

export function Layout({ title, institution, children }: LayoutProps): VNode {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${institution}`}</title>
        <link rel="stylesheet" href="/assets/dev-idp.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>
          <p class="institution">{institution}</p>
          <p class="quiet">A stand-in for a university’s sign-in, for development and tests. No password is asked.</p>
        </header>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

export function htmlOf(page: VNode): string {
  return `<!doctype html>${render(page)}`;
}
