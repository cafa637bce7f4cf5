import { escapeHtml } from './escape-html';
import { attributes, htmlHead } from './html-head';
import type { ConsoleManifest, PageLanguage } from './manifest';

export interface ConsolePage {
  readonly console: ConsoleManifest;
  readonly language: PageLanguage;
  /** The path below which everything of the service lies, without a slash at its end. */
  readonly base: string;
}

/**
 * react-aria adds its one rule as an inline style, which the policy refuses, unless an element of this id is
 * there; the rule stands in our own styles (`styles/controls.css`).
 */
const pressableStyle = 'react-aria-pressable-style';

/** The console before its script has run: the same for everybody, whoever is signed in. */
export function consoleHtml({ console: built, language, base }: ConsolePage): string {
  const { sentences } = language;
  const asset = (name: string): string => `${base}/assets/${name}`;
  const texts = asset(language.texts);
  const lines = [
    htmlHead(language, asset(built.icon)),
    ...built.styles.map(
      (name, at) =>
        `<link rel="stylesheet"${attributes({
          ...(at === 0 ? { id: pressableStyle } : {}),
          href: asset(name),
        })}>`,
    ),
    `<link rel="preload" as="fetch" crossorigin="anonymous"${attributes({ href: texts })}>`,
    ...built.chunks.map((name) => `<link rel="modulepreload"${attributes({ href: asset(name) })}>`),
    `<script type="module"${attributes({ src: asset(built.script) })}></script>`,
    '<body>',
    `<div id="console"${attributes({ 'data-base': base, 'data-texts': texts })}>`,
    '<main>',
    `<p class="loading">${escapeHtml(sentences.loading)}</p>`,
    // Shown by the styles alone where the script has not come after ten seconds; the link loads the page again.
    `<p class="late"><a href="">${escapeHtml(sentences.unavailable)}</a></p>`,
    `<noscript><p>${escapeHtml(sentences.needsScript)}</p></noscript>`,
    '</main>',
    '</div>',
  ];
  return `${lines.join('\n')}\n`;
}
