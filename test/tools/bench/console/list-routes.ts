import { generatedId } from '../../../database/generated-rows';
import { aList, anEndpoint, sought } from './console-rows';

/** One call of the console: a path below `/api/v1`, and a body where it is a POST. */
export interface ListCall {
  readonly path: string;
  readonly json?: unknown;
}

const workflows = [generatedId('wfl_', 7), generatedId('wfl_', 8)];
const rareSession = generatedId('ses_', 7);
const rareIdentity = generatedId('idn_', 7);
const dayMs = 86_400_000;

/** The tab of all that wait, and of all that are over; the others have few cases. */
const fullTabs = ['status=open,in_review', 'status=approved,rejected,closed'];
const smallTabs = [
  `assignee=${generatedId('usr_', 7)}`,
  'status=pending_second_review',
  'status=escalated',
];
const caseFilters = [
  '',
  'assignee=none',
  'age=green',
  'age=yellow',
  'age=red',
  'age=yellow&signal=tor_exit',
  ...workflows.map((id) => `workflow_id=${id}`),
  'country=MT',
  'country=NL',
  'signal=tor_exit',
  'signal=timezone_mismatch',
  'tag=rare',
  'tag=often',
  'q=customer-77',
  'q=customer-77777',
  `q=${generatedId('case_', 7)}`,
];
const sorts = ['oldest', 'newest', 'riskiest'];

const sessionFilters = [
  '',
  'q=customer-77',
  'q=customer-77777',
  `q=${rareSession}`,
  'tag=rare',
  'tag=often',
  ...['pending', 'completed', 'failed', 'expired'].map((status) => `status=${status}`),
  ...['approved', 'rejected', 'needs_review'].map((result) => `result=${result}`),
  ...workflows.map((id) => `workflow_id=${id}`),
  'country=MT',
  'country=NL',
  'country=SE',
  'result=approved&tag=rare',
  'status=failed&country=NL',
  `q=customer-7&workflow_id=${workflows[0] ?? ''}`,
];
const identityFilters = [
  '',
  'status=approved',
  'status=rejected',
  'tag=rare',
  'tag=often',
  'q=customer-77',
  'q=customer-77777',
  'archived=true',
];
const auditFilters = [
  '',
  'q=list.deleted',
  'q=session.read',
  `q=${generatedId('ses_', 77)}`,
  'actor=usr_7',
  'actor=key_8',
  'actor=reviewer',
  'resource_type=session',
  'resource_type=list',
  `resource_id=${generatedId('ses_', 77)}`,
];

/** Every list that a screen of the console shows, with each of its filters, by cursor as the screens ask. */
export function listCalls(now: Date): readonly ListCall[] {
  const day = (days: number): string =>
    encodeURIComponent(new Date(now.getTime() - days * dayMs).toISOString());
  const range = (days: number): string =>
    `from=${day(days)}&to=${encodeURIComponent(now.toISOString())}`;
  const lists = (path: string, filters: readonly string[]): ListCall[] =>
    filters.map((filter) => ({ path: `${path}?limit=50&after=&${filter}` }));
  return [
    ...sorts.flatMap((sort) => [
      ...smallTabs.flatMap((tab) => lists('/cases', [`sort=${sort}&${tab}`])),
      ...fullTabs.flatMap((tab) =>
        lists(
          '/cases',
          caseFilters.map((filter) => `sort=${sort}&${tab}&${filter}`),
        ),
      ),
    ]),
    { path: '/cases/stats' },
    ...lists('/sessions', [
      ...sessionFilters,
      `created_after=${day(7)}`,
      `created_before=${day(600)}`,
      `created_after=${day(30)}&created_before=${day(20)}&tag=rare`,
    ]),
    { path: '/cases/search', json: sought },
    { path: '/sessions/search', json: sought },
    { path: '/sessions/search', json: { email: 'nobody@example.org' } },
    ...lists('/identities', identityFilters),
    { path: `/identities/${rareIdentity}/sessions?limit=50&after=` },
    ...lists('/lists', ['']),
    ...lists(`/lists/${aList}/items`, ['']),
    ...lists('/events', [...auditFilters, `since=${day(300)}&until=${day(299)}`]),
    ...lists('/webhooks/endpoints', ['']),
    ...lists(`/webhooks/endpoints/${anEndpoint}/deliveries`, [
      '',
      'status=failed',
      'status=delivered',
      'event_type=session.failed',
      'event_type=session.created',
    ]),
    ...lists('/results', ['', 'status=needs_review']),
    ...lists('/workflows', ['']),
    ...lists('/api-keys', ['']),
    { path: '/users?limit=50&after=' },
    { path: '/reviewers?limit=100' },
    { path: `/sessions/${rareSession}/events` },
    { path: `/sessions/${rareSession}/deliveries` },
    ...['', '&by=country', '&by=device', '&by=language', '&by=workflow'].map((by) => ({
      path: `/analytics/funnel?${range(30)}${by}`,
    })),
    { path: `/analytics/review?${range(30)}` },
    { path: `/analytics/funnel?${range(7)}` },
    { path: `/analytics/review?${range(7)}` },
  ];
}
