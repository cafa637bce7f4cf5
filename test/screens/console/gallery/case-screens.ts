import type { TextKey } from '../../../../services/console/review/texts';
import { say } from '../console-words';
import type { Reviewer } from '../console-browser';
import { press, shows, type ConsoleScreen } from './console-screen';
import type { Office } from './office';

const queue = { title: 'nav.queue', role: 'reviewer' } as const;
const listed = ({ page }: Reviewer): Promise<void> =>
  page.locator('tbody tr[data-linked]').first().waitFor();

const queueScreens: readonly ConsoleScreen[] = [
  { ...queue, name: 'queue', path: '/queue', reach: listed },
  { ...queue, name: 'queue-riskiest', path: '/queue?sort=riskiest', reach: listed },
  {
    ...queue,
    name: 'queue-escalated',
    role: 'senior',
    path: '/queue?status=escalated',
    reach: listed,
  },
  { ...queue, name: 'queue-closed', path: '/queue?status=closed', reach: listed },
  {
    ...queue,
    name: 'queue-filtered-away',
    path: '/queue?tag=nothing-has-this',
    reach: ({ page }) => page.locator('.empty').waitFor(),
  },
  {
    ...queue,
    name: 'queue-empty',
    environment: 'sandbox',
    path: '/queue',
    reach: shows('queue.empty.open'),
  },
];

const one = (pick: (office: Office) => string) => ({
  role: 'reviewer' as const,
  route: '/cases/$caseId',
  path: (_api: unknown, office: Office) => Promise.resolve(`/cases/${pick(office)}`),
});
const open = one(({ caseId }) => caseId);

/** Whole: pictures are there, the trail is told, and the case is in hands. */
async function held({ page }: Reviewer): Promise<void> {
  await page.getByRole('timer').waitFor();
  await page.locator('.check').first().waitFor();
  await page.locator('.stage img').first().waitFor();
}

/** One of the ways to decide, opened by its key. */
function deciding(key: string, title: TextKey) {
  return async (reviewer: Reviewer): Promise<void> => {
    await held(reviewer);
    await reviewer.page.keyboard.press(key);
    await reviewer.page.getByRole('heading', { name: say(title) }).waitFor();
  };
}

/** The case, in each standing and with each thing that is done on it. */
const ofCase: readonly ConsoleScreen[] = [
  { ...open, name: 'case', reach: held },
  { ...open, name: 'case-approve', reach: deciding('a', 'decide.approve.title') },
  {
    ...open,
    name: 'case-reject',
    async reach(reviewer) {
      await deciding('j', 'decide.reject.title')(reviewer);
      await reviewer.page.keyboard.press('Control+Enter');
      await shows('decide.reject.lacks')(reviewer);
    },
  },
  {
    ...open,
    name: 'case-ask-again',
    async reach(reviewer) {
      await deciding('s', 'decide.resubmit.title')(reviewer);
      const panel = reviewer.page.locator('.decide-panel');
      await panel.getByText(say('piece.id_front'), { exact: true }).click();
      await panel
        .getByLabel(say('decide.resubmit.message'))
        .fill('The lower edge is hidden by your thumb. Please lay the passport on a table.');
      await panel.locator('blockquote').waitFor();
    },
  },
  { ...open, name: 'case-escalate', reach: deciding('e', 'decide.escalate.title') },
  { ...open, name: 'case-note', reach: deciding('m', 'decide.note.title') },
  {
    ...open,
    name: 'case-correct',
    async reach(reviewer) {
      await held(reviewer);
      await press('fields.correct')(reviewer);
      await reviewer.page
        .getByLabel(say('fields.name.document_expiration_date'))
        .fill('2001-01-01');
      await reviewer.page.locator('.previewed').first().waitFor();
    },
  },
  {
    ...one(({ secondId }) => secondId),
    name: 'case-second-opinion',
    reach: ({ page }) => page.getByRole('timer').waitFor(),
  },
  {
    ...one(({ takenId }) => takenId),
    name: 'case-taken',
    reach: ({ page }) => page.locator('.check').first().waitFor(),
  },
  {
    ...one(({ closedId }) => closedId),
    name: 'case-closed',
    reach: ({ page }) => page.locator('.check').first().waitFor(),
  },
  {
    ...one(({ freeId }) => freeId),
    name: 'case-auditor',
    role: 'auditor',
    reach: shows('case.bar.role'),
  },
  {
    name: 'pictures',
    role: 'reviewer',
    route: '/cases/$caseId/pictures',
    path: (_api, { caseId }) => Promise.resolve(`/cases/${caseId}/pictures`),
    title: 'viewer.alone',
    async reach({ page }) {
      await page.locator('.stage[data-side=right] img[style*=scale]').waitFor();
      await page.keyboard.press('v');
      await page.locator('.filmstrip .thumbnail').nth(6).locator('img').waitFor();
    },
  },
];

export const caseScreens: readonly ConsoleScreen[] = [...queueScreens, ...ofCase];
