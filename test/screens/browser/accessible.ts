import type { Page } from 'playwright-core';
import { source } from 'axe-core';
import { z } from 'zod';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All that another light changes. */
const colours = ['color-contrast', 'link-in-text-block'];
const violations = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

/** What axe finds on the screen that is shown now: nothing, or the test fails with all of it. */
export function expectAccessible(page: Page): Promise<void> {
  return expectNothing(page, { type: 'tag', values: tags });
}

/** The same of a screen that was looked at by another light and has changed nothing else since. */
export function expectLegible(page: Page): Promise<void> {
  return expectNothing(page, { type: 'rule', values: colours });
}

async function expectNothing(
  page: Page,
  runOnly: { readonly type: 'tag' | 'rule'; readonly values: readonly string[] },
): Promise<void> {
  // A screen that fades in has pale letters until it is there.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // Through the debugger, past the page's policy; once a page, for it is large.
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  // What was read out stays there for seconds, and is named after what may have left the screen since.
  const found = violations.parse(
    await page.evaluate(
      `${isThere ? '' : source};axe.run({exclude:['[data-live-announcer]']},{runOnly:${JSON.stringify(runOnly)}}).then((r) => r.violations)`,
    ),
  );
  const said = found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}: ${html}: ${failureSummary}`),
  );
  expect(said).toEqual([]);
}
