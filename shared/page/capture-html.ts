import { escapeHtml } from './escape-html';
import { attributes, htmlHead } from './html-head';
import type { CaptureManifest, PageLanguage } from './manifest';

export interface CapturePage {
  readonly capture: CaptureManifest;
  readonly language: PageLanguage;
  /** Origins that may embed the page, and that it may talk to. */
  readonly embeddable: readonly string[];
  /** The path below which everything of the service lies, without a slash at its end. */
  readonly base: string;
  /** The organisation's own looks, where there are any. */
  readonly theme: string | null;
}

/**
 * The page before its script has run. It holds no inline script and no inline style, which its policy refuses;
 * all that the script has to know stands in data attributes.
 */
export function captureHtml(page: CapturePage): string {
  const { capture, language, base, theme } = page;
  const { sentences } = language;
  const asset = (name: string): string => `${base}/assets/${name}`;
  const texts = asset(language.texts);
  const styles = [...capture.styles.map(asset), ...(theme === null ? [] : [theme])];
  const lines = [
    htmlHead(language),
    ...styles.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`),
    `<link rel="preload" as="fetch" crossorigin="anonymous" href="${escapeHtml(texts)}">`,
    ...capture.chunks.map(
      (chunk) => `<link rel="modulepreload" href="${escapeHtml(asset(chunk))}">`,
    ),
    `<script type="module" src="${escapeHtml(asset(capture.script))}"></script>`,
    '<body>',
    `<main id="page" tabindex="-1"${attributes({
      'data-texts': texts,
      'data-languages': JSON.stringify(
        capture.languages.map(({ tag, texts: of }) => ({ tag, texts: asset(of) })),
      ),
      ...(capture.judgeWorker === null ? {} : { 'data-judge-worker': asset(capture.judgeWorker) }),
      ...(capture.faceWeights === null
        ? {}
        : {
            'data-face-weights': JSON.stringify({
              detector: asset(capture.faceWeights.detector),
              points: asset(capture.faceWeights.points),
            }),
          }),
      'data-embeddable': JSON.stringify(page.embeddable),
    })}>`,
    `<p class="loading">${escapeHtml(sentences.loading)}</p>`,
    // Shown by the styles alone where the script has not come after ten seconds; the link loads the page again.
    `<p class="late"><a href="">${escapeHtml(sentences.unavailable)}</a></p>`,
    `<noscript><p>${escapeHtml(sentences.needsScript)}</p></noscript>`,
    '</main>',
  ];
  return `${lines.join('\n')}\n`;
}

/** A page of one sentence, for when there is nothing to run. */
export function sentenceHtml(language: Pick<PageLanguage, 'tag' | 'sentences'>, sentence: string) {
  return `${htmlHead(language)}\n<body>\n<main id="page">\n<p>${escapeHtml(sentence)}</p>\n</main>\n`;
}
