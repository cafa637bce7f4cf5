import { allRoutes } from '../../services/api/routes';
import type { KeyedRoute, Route } from '../../services/api/http/route';
import { openJson } from '../../shared/crypto/seal';
import { sealContext } from '../../shared/crypto/session-key';
import { isId } from '../../shared/domain/ids';
import { bodyFor } from '../api/route-bodies';
import { startApi, type RunningApi } from '../api/running-api';
import { text, type Answer } from '../processes/api-caller';

/**
 * Every keyed route, from the table of routes: asked under a key, asked again once those it tells of are
 * erased. What was stored for them is gone, and nothing runs a second time.
 */
const routes = allRoutes(
  new Proxy({}, { get: () => undefined }) as Parameters<typeof allRoutes>[0],
).filter(isStoring);

function isStoring(route: Route): route is KeyedRoute {
  return 'whose' in route && route.whose !== null;
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const planted = /planted/i;
const anyId = /\b(ses|case|idn)_[0-9a-z]{26}\b/;
/** Receipts: ids and what was done. */
const receipts = ['DELETE /api/v1/sessions/:id/data', 'POST /api/v1/sessions/bulk-redact'];
const identityReceipt = 'DELETE /api/v1/identities/:id/data';

/** Somebody of this route's own. */
interface Person {
  readonly session: string;
  readonly caseId: string;
  readonly identity: string;
  readonly ref: string;
}

let api: RunningApi;
let others: Readonly<Record<string, string>>;
const asked = new Map<string, { path: string; first: Answer; again: Answer }>();
const counts: number[] = [];

/** Of both environments: only live keys change them. */
const liveOnly = /^\/api\/v1\/users\b/;

const send = (method: string, path: string, json?: unknown, key?: string): Promise<Answer> =>
  api.ask(method, path, {
    key: liveOnly.test(path) ? api.liveKey : api.sandboxKey,
    ...(json === undefined ? {} : { json }),
    ...(key === undefined ? {} : { headers: { 'Idempotency-Key': key } }),
  });

async function done(answer: Promise<Answer>): Promise<Answer> {
  const given = await answer;
  if (given.status >= 300) throw new Error(JSON.stringify(given.body));
  return given;
}

/** In the status that the route is for, so that as many as can be succeed. */
async function makePerson(route: Route, number: number): Promise<Person> {
  const ref = `planted-ref-${String(number)}`;
  const identity = await done(
    send('POST', '/api/v1/identities', { external_ref: ref, metadata: { note: 'planted note' } }),
  );
  const created = await done(
    send('POST', '/api/v1/sessions', {
      external_ref: ref,
      metadata: { note: 'planted note' },
      tags: ['planted'],
      fields: { first_name: 'Planted' },
    }),
  );
  const session = text(created.body, 'id');
  const simulate = (action: string) =>
    done(send('POST', `/api/v1/sessions/${session}/simulate`, { action }));
  let caseId = 'case_01kb0000000000000000000000';
  if (route.path.startsWith('/api/v1/cases')) {
    await simulate('require-review');
    caseId = text((await send('GET', `/api/v1/sessions/${session}`)).body, 'case_id');
  }
  if (/reprocess|resume-workflow|trigger|dry-run/.test(route.path)) await simulate('approve');
  if (route.path.endsWith('/resume')) {
    await done(send('POST', `/api/v1/sessions/${session}/expire`));
  }
  return { session, caseId, identity: text(identity.body, 'id'), ref };
}

function bodyOf(route: Route, { session, ref }: Person): unknown {
  const body = bodyFor(route);
  const own: Readonly<Record<string, unknown>> = {
    'POST /api/v1/sessions': { external_ref: ref, tags: ['planted'] },
    'PATCH /api/v1/sessions/:id': { metadata: { more: 'planted' } },
    'PUT /api/v1/sessions/:id/tags': { tags: ['planted'] },
    'POST /api/v1/sessions/:id/tags/add': { tag: 'planted-more' },
    'POST /api/v1/sessions/bulk-redact': { session_ids: [session] },
    'POST /api/v1/identities': { external_ref: `${ref}-made`, metadata: { note: 'planted' } },
    'PATCH /api/v1/identities/:id': { metadata: { more: 'planted' } },
    'PUT /api/v1/identities/:id/tags': { tags: ['planted'] },
    'POST /api/v1/identities/:id/tags/add': { tag: 'planted-more' },
    'POST /api/v1/cases/:id/notes': { text: 'planted words' },
    'POST /api/v1/cases/:id/reject': { reason: 'planted words' },
    'POST /api/v1/cases/:id/approve': { reason: 'planted words' },
    'POST /api/v1/cases/:id/escalate': { reason: 'planted words' },
    'POST /api/v1/workflows/:id/dry-run': { session_id: session },
    'POST /api/v1/workflows/:id/trigger': { session_id: session },
  };
  return own[nameOf(route)] ?? body;
}

function pathOf(route: Route, person: Person): string {
  const ids: Readonly<Record<string, string>> = {
    ...others,
    sessions: person.session,
    cases: person.caseId,
    // By its reference, as integrators name it: the answer's id tells whose it is.
    identities: person.ref,
  };
  return route.path
    .replace(/\/([a-z-]+)\/:id/, (_whole, kind: string) => `/${kind}/${ids[kind] ?? 'unknown'}`)
    .replace(':itemId', 'lit_01kb0000000000000000000000')
    .replace(':check', 'age');
}

async function storedAnswers(): Promise<readonly string[]> {
  const key = api.keyring.derive('idempotent-answers');
  const rows = await api.db.selectFrom('idempotency').selectAll().execute();
  return rows.flatMap(({ key_hash: hash, answer_sealed: sealed }) =>
    sealed === null
      ? []
      : [JSON.stringify(openJson(key, sealContext.idempotentAnswer(hash), sealed))],
  );
}

async function countPeople(): Promise<number> {
  const [sessions, identities, notes] = await Promise.all([
    api.db.selectFrom('sessions').select('id').execute(),
    api.db.selectFrom('identities').select('id').execute(),
    api.db.selectFrom('case_notes').select('id').execute(),
  ]);
  return sessions.length + identities.length + notes.length;
}

/** As many as this machine carries at once. */
async function inTurn<T>(all: readonly T[], work: (one: T, index: number) => Promise<void>) {
  for (let next = 0; next < all.length; next += 6) {
    await Promise.all(all.slice(next, next + 6).map((one, index) => work(one, next + index)));
  }
}

beforeAll(async () => {
  api = await startApi({ worker: true });
  const post = async (path: string, json: unknown) =>
    text((await done(send('POST', `/api/v1/${path}`, json))).body, 'id');
  others = {
    workflows: api.documentAndSelfieId,
    endpoints: await post('webhooks/endpoints', { url: 'https://receiver.example/hook' }),
    'api-keys': await post('api-keys', { label: 'another' }),
    lists: await post('lists', { name: 'a list', action: 'flag' }),
    deliveries: 'whd_01kb0000000000000000000000',
  };
  const people = new Map<string, Person>();
  await inTurn(routes, async (route, number) => {
    people.set(nameOf(route), await makePerson(route, number));
  });
  // One after another: `cases/next` takes whichever waits.
  const firsts = new Map<string, Answer>();
  for (const route of routes) {
    const name = nameOf(route);
    const person = people.get(name);
    if (person === undefined) throw new Error(name);
    firsts.set(
      name,
      await send(route.method, pathOf(route, person), bodyOf(route, person), `key of ${name}`),
    );
  }
  const sessions = await api.db.selectFrom('sessions').select(['id', 'legal_hold']).execute();
  for (const { id, legal_hold: isHeld } of sessions) {
    if (isHeld) {
      await done(send('DELETE', `/api/v1/sessions/${id}/legal-hold`, { reason_code: 'over' }));
    }
  }
  await inTurn(sessions, async ({ id }) => {
    await done(send('DELETE', `/api/v1/sessions/${id}/data`));
  });
  const identities = await api.db.selectFrom('identities').select('id').execute();
  await inTurn(identities, async ({ id }) => {
    await done(send('DELETE', `/api/v1/identities/${id}/data`));
  });
  counts.push(await countPeople());
  for (const route of routes) {
    const name = nameOf(route);
    const [person, first] = [people.get(name), firsts.get(name)];
    if (person === undefined || first === undefined) throw new Error(name);
    const body = bodyOf(route, person);
    const again = await send(route.method, pathOf(route, person), body, `key of ${name}`);
    asked.set(name, { path: pathOf(route, person), first, again });
  }
  counts.push(await countPeople());
}, 300_000);
afterAll(() => api.stop());

it('walks a table that is not empty', () => {
  expect(routes.length).toBeGreaterThan(50);
});

describe.each(routes.map((route) => [nameOf(route), route] as const))('%s', (name, route) => {
  it(
    route.whose === 'named' ? '409 with the id, and nothing of it' : 'the same, and of nobody',
    () => {
      const { path, first, again } = asked.get(name) ?? {};
      if (path === undefined || first === undefined || again === undefined) {
        throw new Error('not asked');
      }
      expect(JSON.stringify(again.body)).not.toMatch(planted);
      // What is not stored (403 of a live-only thing) is no answer to a repeat.
      if (first.status === 403 || first.status >= 500) throw new Error(JSON.stringify(first.body));
      if (receipts.includes(name) || name === identityReceipt) {
        expect(again.headers.get('idempotent-replayed')).toBe('true');
        expect(again.body).toEqual(first.body);
        return;
      }
      if (route.whose === 'nobody') {
        expect(JSON.stringify(first.body)).not.toMatch(anyId);
        return;
      }
      // A refusal that names nobody is nobody's.
      if (first.status >= 400 && !anyId.test(`${path} ${JSON.stringify(first.body)}`)) return;
      expect(again.body).toMatchObject({ status_code: 409 });
      const named = again.body['session_id'] ?? again.body['identity_id'];
      const isIdentity = isId('identity', String(named));
      expect(again.body['error']).toBe(isIdentity ? 'identity_redacted' : 'session_redacted');
      expect(again.headers.get('idempotent-replayed')).toBeNull();
    },
  );
});

it('no stored answer tells of them', async () => {
  const stored = await storedAnswers();
  expect(stored.length).toBeGreaterThan(0);
  expect(stored.filter((answer) => planted.test(answer))).toEqual([]);
});

it('the repeats made nobody', () => {
  expect(counts[1]).toBe(counts[0]);
});

it('a create whose holder died before it answered makes nobody again either', async () => {
  const body = { external_ref: 'planted-late' };
  const first = await send('POST', '/api/v1/sessions', body, 'late');
  const id = text(first.body, 'id');
  await api.db
    .updateTable('idempotency')
    .set({ status_code: null, answer_sealed: null, subject_ids: [], lease_until: new Date(0) })
    .where('assigned_id', '=', id.slice('ses_'.length))
    .execute();
  await done(send('DELETE', `/api/v1/sessions/${id}/data`));
  const again = await send('POST', '/api/v1/sessions', body, 'late');
  expect(again.body).toMatchObject({ status_code: 409, error: 'session_redacted', session_id: id });
});

it('an answer that comes after the erasure is not stored', async () => {
  const created = await done(send('POST', '/api/v1/sessions', { external_ref: 'planted-race' }));
  const id = text(created.body, 'id');
  const path = `/api/v1/sessions/${id}/tags/add`;
  // Erasure and a storm of writes at once: whichever comes first, nothing readable is left.
  const storm = Array.from({ length: 10 }, (_one, number) =>
    send('POST', path, { tag: `planted-${String(number)}` }, `race ${String(number)}`),
  );
  await Promise.all([...storm, done(send('DELETE', `/api/v1/sessions/${id}/data`))]);
  expect((await storedAnswers()).filter((answer) => planted.test(answer))).toEqual([]);
});
