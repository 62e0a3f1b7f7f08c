/** @jsxImportSource hono/jsx */
import { html, raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';

export interface Frame {
  /** Origin of this server, where widget.js is served too. */
  origin: string;
  storeKey: string;
  /** Who is signed in at the shop, and what its server signed for the chat; null: nobody. */
  account: { name: string; token: string } | null;
}

type LayoutProps = PropsWithChildren<{ frame: Frame; title: string; here?: string | undefined }>;

const links = [
  { name: 'Headphones', href: '/demo?category=headphones' },
  { name: 'Speakers', href: '/demo?category=speakers' },
  { name: 'Monitors', href: '/demo?category=monitors' },
  { name: 'Smart home', href: '/demo?category=smart-home' },
  { name: 'Lighting', href: '/demo?category=lighting' },
];

export function Layout({ frame, title, here, children }: LayoutProps) {
  const current = (href: string) => (href === here ? 'page' : undefined);
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{title}</title>
        <link rel="icon" type="image/svg+xml" href="/demo/images/logo.svg" />
        <link rel="stylesheet" href="/demo/shop.css" />
        <script src="/demo/shop.js" defer />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <header class="top">
          <a class="word" href="/demo">
            <img src="/demo/images/logo.svg" alt="" width="28" height="28" />
            Volt &amp; Vine
          </a>
          <nav class="departments" aria-label="Departments">
            {links.map(({ name, href }) => (
              <a href={href} aria-current={current(href)}>
                {name}
              </a>
            ))}
          </nav>
          <nav class="service" aria-label="Service">
            <a href="/demo/help" aria-current={current('/demo/help')}>
              Help
            </a>
            <a href="/demo/cart" aria-current={current('/demo/cart')}>
              Cart <span data-cart-count />
            </a>
            <form method="post" action={frame.account ? '/demo/sign-out' : '/demo/sign-in'}>
              {frame.account && <span>{frame.account.name}</span>}
              <button type="submit">{frame.account ? 'Sign out' : 'Sign in'}</button>
            </form>
          </nav>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer class="foot">
          <div>
            <p class="word">Volt &amp; Vine</p>
            <p>Rebenhof 4, 1070 Vienna</p>
            <p>A made-up shop that shows Baton at work. Nothing here can be bought.</p>
          </div>
          <nav aria-label="Good to know">
            <a href="/demo/help/delivery-countries-and-costs">Delivery</a>
            <a href="/demo/help/return-within-30-days">Returns</a>
            <a href="/demo/help/warranty-two-years">Warranty</a>
            <a href="/demo/help/repairs">Repairs</a>
            <a href="/demo/help/opening-hours-and-contact">Opening hours and contact</a>
          </nav>
        </footer>
        {html`<script>(window.Baton ||= []).push(['identify', { token: ${raw(JSON.stringify(frame.account?.token ?? null))} }]);</script>`}
        {/* As text, so that the page has to the letter the line that a merchant pastes. */}
        {html`<script src="${frame.origin}/widget.js" data-store="${frame.storeKey}" async></script>`}
      </body>
    </html>
  );
}
