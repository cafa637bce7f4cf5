import type { BrowserContext, Frame } from 'playwright-core';

const shownLetters = 300;
/** The last screens are where it went wrong. */
const shownTitles = 12;
/** A page that hangs says nothing; the test that it made fail does. */
const saidWithinMs = 5_000;

/**
 * A line for each page and frame: where it is, its title, what has the focus, and the text on it. Behind a test
 * that failed it is the first question of whoever reads the report, and the pages are about to be closed.
 */
export async function seenOn(contexts: readonly BrowserContext[]): Promise<readonly string[]> {
  const pages = contexts.flatMap((context) => context.pages());
  return Promise.all(pages.flatMap((page) => page.frames()).map(seenIn));
}

/** Fails behind a test for all of these: what may not have been, and what was seen where it failed. */
export function failFor(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new Error(reasons.join('\n'));
}

/** From now on each page keeps its titles, so that a screen that came and went is told, too. */
export async function keepTitles(context: BrowserContext): Promise<void> {
  await context.addInitScript(keepTitlesOfPage, shownTitles);
}

/** Runs in the page, and knows nothing of this module. */
function keepTitlesOfPage(most: number): void {
  const titles: string[] = [];
  Object.assign(globalThis, { verifaTestTitles: titles });
  const look = (): void => {
    const title = document.querySelector('main h1')?.textContent.trim() ?? '(none)';
    if (titles.at(-1)?.endsWith(` ${title}`) === true) return;
    titles.push(`${performance.now().toFixed(0)} ms ${title}`);
    if (titles.length > most) titles.shift();
  };
  new MutationObserver(look).observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
  });
}

async function seenIn(frame: Frame): Promise<string> {
  const path = frame.url().replace(/^\w+:\/\/[^/]*/, '');
  const silence = new Promise<string>((resolve) => {
    setTimeout(() => resolve('it does not answer'), saidWithinMs).unref();
  });
  const said = frame.evaluate(describeDocument, shownLetters).catch(String);
  return `seen on ${path}: ${await Promise.race([said, silence])}`;
}

/** Runs in the page, and knows nothing of this module. */
function describeDocument(letters: number): string {
  const spare = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const focused = document.activeElement ?? document.body;
  // The frame around the screens is always the same, and long by its list of languages.
  const shown = document.querySelector('main') ?? document.body;
  const name = focused.getAttribute('aria-label') ?? focused.textContent;
  const focus =
    focused === document.body ? 'nothing' : `${focused.localName} "${spare(name).slice(0, 40)}"`;
  const titles = Reflect.get(globalThis, 'verifaTestTitles') as readonly string[] | undefined;
  const way = titles === undefined ? '' : `, after ${titles.join(' → ')}`;
  return `"${document.title}", focus on ${focus}, ${spare(shown.innerText).slice(0, letters)}${way}`;
}
