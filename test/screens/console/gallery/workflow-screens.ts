import { storeDecided } from '../../../api/workflows/decided-sessions';
import type { RunningApi } from '../../../api/running-api';
import type { Reviewer } from '../console-browser';
import { shows, type ConsoleScreen } from './console-screen';

/** The workflow that every organisation starts with. */
const graph = { title: { name: 'Document, selfie and liveness' } } as const;

async function defaultPath({ db }: Pick<RunningApi, 'db'>): Promise<string> {
  const { id } = await db
    .selectFrom('workflows')
    .select('id')
    .where('is_default', '=', true)
    .where('environment', '=', 'live')
    .executeTakeFirstOrThrow();
  return `/workflows/${id}`;
}

/** Drawn: its nodes stand where they belong. */
async function drawn({ page }: Reviewer): Promise<void> {
  await page.locator('.react-flow__node[data-id="age"]').waitFor();
}

export const workflowScreens: readonly ConsoleScreen[] = [
  {
    name: 'workflows',
    role: 'admin',
    path: '/workflows',
    title: 'nav.workflows',
    reach: shows('workflows.default'),
  },
  {
    ...graph,
    name: 'workflow',
    role: 'admin',
    path: defaultPath,
    route: '/workflows/$workflowId',
    reach: drawn,
  },
  {
    name: 'workflow-versions',
    role: 'admin',
    async path(api) {
      return `${await defaultPath(api)}/versions`;
    },
    route: '/workflows/$workflowId/versions',
    reach: ({ page }) => page.getByRole('row').nth(1).waitFor(),
  },
  {
    ...graph,
    name: 'workflow-way',
    route: '/workflows/$workflowId',
    role: 'senior',
    async path(api) {
      const [session] = await storeDecided(api, [{ dateOfBirth: '1970-06-15', faceScore: 0.9 }]);
      return `${await defaultPath(api)}?session=${session ?? ''}&node=age`;
    },
    async reach(reviewer) {
      await drawn(reviewer);
      await reviewer.page.locator('.flow-node[data-place="at"]').waitFor();
    },
  },
  {
    name: 'workflow-edit',
    role: 'admin',
    async path(api) {
      return `${await defaultPath(api)}/edit`;
    },
    route: '/workflows/$workflowId/edit',
    reach: shows('workflows.edit.valid'),
  },
];
