import type { ComponentChildren, JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { LanguageChoice } from './language-choice.tsx';
import { SignedIn } from './signed-in.tsx';

interface LayoutProps {
  readonly context: PageContext;
  readonly title: string;
  readonly children: ComponentChildren;
  /** Script of the page, if it has one; every page works without. */
  readonly script?: string;
}

/** The frame of every page. */
export function Layout({ context, title, children, script }: LayoutProps): JSX.Element {
  const { texts, institution, site, language, asset } = context;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${institution.name}`}</title>
        <link rel="stylesheet" href={asset('portal.css')} />
        <link rel="stylesheet" href={`/brand.css?color=${encodeURIComponent(institution.branding.color)}`} />
        <link rel="icon" href={asset('orcid-id.svg')} type="image/svg+xml" />
        {script !== undefined && <script type="module" src={asset(script)} />}
      </head>
      <body>
        <a class="skip" href="#content">
          {texts.skipToContent}
        </a>
        {site.environment !== 'production' && <p class="test-environment">{texts.testEnvironment}</p>}
        <header class="bar">
          <a class="institution" href="/">
            {institution.name}
          </a>
          {context.signedInAs !== undefined && <SignedIn context={context} name={context.signedInAs} />}
        </header>
        <main id="content">
          <h1>{title}</h1>
          {children}
        </main>
        <Footer context={context} />
      </body>
    </html>
  );
}

function Footer({ context }: { readonly context: PageContext }): JSX.Element {
  const { texts, institution } = context;
  const { supportEmail, privacyUrl } = institution.branding;
  return (
    <footer>
      <LanguageChoice context={context} />
      <p>
        <a href={`mailto:${supportEmail}`}>{texts.questions(supportEmail)}</a>
      </p>
      <p>
        <a href="/people">{texts.peopleLink}</a>
        {privacyUrl !== undefined && (
          <>
            {' · '}
            <a href={privacyUrl}>{texts.privacy}</a>
          </>
        )}
      </p>
    </footer>
  );
}
