import { z } from 'zod';
import { insertApiKey } from '../../../shared/auth/insert-api-key';
import { recordAudit, type AuditEntry } from '../../../shared/audit/record-audit';
import { newId, type OrganizationId } from '../../../shared/domain/ids';
import { bootstrapOrganization } from '../../../shared/organization/first-organization';
import { startApi, type RunningApi } from '../running-api';

const page = z.object({
  data: z.array(z.looseObject({ id: z.string() })),
  pagination: z.object({ limit: z.number(), next: z.string().nullable() }),
});

let api: RunningApi;
let owner: OrganizationId;
let key: string;
beforeAll(async () => {
  api = await startApi();
  const { organization_id } = await api.db
    .selectFrom('api_keys')
    .select('organization_id')
    .limit(1)
    .executeTakeFirstOrThrow();
  owner = organization_id;
  const wanted = { organizationId: owner, environment: 'live', label: 'auditor' } as const;
  key = await insertApiKey(api.db, { ...wanted, scopes: ['audit:read'] }, new Date());
});
afterAll(() => api.stop());

const sessionId = newId('session');
const minute = (n: number) => new Date(Date.UTC(2026, 2, 1, 10, n));

async function write(at: Date, entry: Partial<AuditEntry> = {}): Promise<string> {
  const id = newId('audit');
  await recordAudit(api.db, {
    id,
    organizationId: owner,
    environment: 'live',
    actorKind: 'api_key',
    actorId: 'key_one',
    action: 'session.exported',
    resourceId: sessionId,
    requestId: 'req_one',
    at,
    ...entry,
  });
  return id;
}

async function read(query = ''): Promise<z.output<typeof page>> {
  const { status, body } = await api.ask('GET', `/api/v1/events${query}`, { key });
  expect({ status, body }).toMatchObject({ status: 200 });
  return page.parse(body);
}

const idsOf = ({ data }: z.output<typeof page>) => data.map(({ id }) => id);

describe('the audit log, by a key with audit:read alone', () => {
  let first: string, second: string, third: string;
  beforeAll(async () => {
    first = await write(minute(1), {
      detail: { reason_code: 'dispute' },
      whence: { clientAddress: '192.0.2.7', userAgent: 'planted-agent/1' },
    });
    second = await write(minute(2), {
      environment: null,
      actorKind: 'system',
      actorId: null,
      action: 'workflow.updated',
      resourceId: 'wfl_01kb0000000000000000000000',
      requestId: null,
    });
    third = await write(minute(3), { actorId: 'key_two', action: 'mcp.approve_case' });
    await write(minute(4), { environment: 'sandbox' });
    const another = await bootstrapOrganization(api.db, () => new Date(), 'Another');
    const { organization_id: organizationId } = await api.db
      .selectFrom('api_keys')
      .select('organization_id')
      .where('organization_id', '!=', owner)
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(another.liveKey).not.toBe(key);
    await write(minute(5), { organizationId });
  });

  it('is this environment’s and what serves both, newest first', async () => {
    expect(idsOf(await read())).toEqual([third, second, first]);
  });

  it('tells who, what and when in ids and codes, and nothing of from where', async () => {
    const { data } = await read(`?action=session.exported`);
    expect(data).toEqual([
      {
        id: first,
        at: minute(1).toISOString(),
        actor: { kind: 'api_key', id: 'key_one' },
        action: 'session.exported',
        resource: { type: 'session', id: sessionId },
        request_id: 'req_one',
        detail: { reason_code: 'dispute' },
      },
    ]);
  });

  it.each([
    ['resource_type=session', () => [third, first]],
    ['resource_type=workflow', () => [second]],
    ['resource_type=case', () => []],
    [`resource_id=${sessionId}`, () => [third, first]],
    ['action=workflow.updated', () => [second]],
    ['actor=key_two', () => [third]],
    ['actor=system', () => [second]],
    [`since=${minute(2).toISOString()}`, () => [third, second]],
    [`until=${minute(2).toISOString()}`, () => [first]],
    ['resource_type=session&actor=key_one', () => [first]],
  ])('filters by %s', async (query, expected) => {
    expect(idsOf(await read(`?${query}`))).toEqual(expected());
  });

  it('pages join without a gap or a double, also within one moment', async () => {
    const tied = [await write(minute(6)), await write(minute(6)), await write(minute(6))];
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const { data, pagination } = await read(`?limit=2&after=${after}`);
      seen.push(...data.map(({ id }) => id));
      if (pagination.next === null) break;
      after = pagination.next;
    }
    expect(seen).toEqual([...tied.reverse(), third, second, first]);
  });
});

it.each(['after=yesterday', 'resource_type=person', 'since=soon', 'limit=0'])(
  '422 for %s',
  async (query) => {
    const { status } = await api.ask('GET', `/api/v1/events?${query}`, { key });
    expect(status).toBe(422);
  },
);
