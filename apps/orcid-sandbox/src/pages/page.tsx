import { type ComponentChildren, type VNode } from 'preact';
import { render } from 'preact-render-to-string';

interface PageProps {
  readonly title: string;
  readonly lang?: string;
  readonly signedInAs?: string | undefined;
  readonly children: ComponentChildren;
}

/** The frame of every page; it says at the top what this place is not. */
export function Page({ title, lang = 'en', signedInAs, children }: PageProps): VNode {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ORCID simulator`}</title>
        <link rel="stylesheet" href="/__assets/site.css" />
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to content
        </a>
        <header class="banner">
          <div>
            <span>ORCID simulator: a local stand-in, not orcid.org</span>
            {signedInAs === undefined ? <a href="/">All people</a> : <SignedIn name={signedInAs} />}
          </div>
        </header>
        <main id="content">
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

function SignedIn({ name }: { readonly name: string }): VNode {
  return (
    <form method="post" action="/signout">
      Signed in as {name} <input type="hidden" name="next" value="/" />
      <button type="submit">Sign out</button>
    </form>
  );
}

export function renderPage(page: VNode): string {
  return `<!doctype html>${render(page)}`;
}
