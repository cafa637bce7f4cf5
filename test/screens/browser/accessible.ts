import type { Page } from 'playwright-core';
import { source } from 'axe-core';
import { z } from 'zod';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const violations = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

/** What axe finds on the screen that is shown now: nothing, or the test fails with all of it. */
export async function expectAccessible(page: Page): Promise<void> {
  // A screen that fades in has pale letters until it is there.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // Through the debugger, past the page's policy.
  const found = violations.parse(
    await page.evaluate(
      `${source};axe.run(document,{runOnly:${JSON.stringify(rules)}}).then((r) => r.violations)`,
    ),
  );
  const said = found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}: ${html}: ${failureSummary}`),
  );
  expect(said).toEqual([]);
}
