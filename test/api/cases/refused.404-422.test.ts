import { allRoutes } from '../../../services/api/routes';
import type { Route } from '../../../services/api/http/route';
import { bootstrapOrganization } from '../../../shared/organization/first-organization';
import { newId, type CaseId } from '../../../shared/domain/ids';
import type { Answer } from '../../processes/api-caller';
import { bodyFor } from '../route-bodies';
import { setReviewStage, type ReviewStage } from './review-stage';

let stage: ReviewStage;
let caseId: CaseId;
let otherKey: string;
beforeAll(async () => {
  stage = await setReviewStage();
  ({ caseId } = await stage.underReview());
  const other = await bootstrapOrganization(stage.api.db, () => new Date(), 'Another');
  otherKey = other.liveKey;
});
afterAll(() => stage.stop());

/** Routes are made for their names, and never run. */
const routes = allRoutes(
  new Proxy({}, { get: () => undefined }) as Parameters<typeof allRoutes>[0],
).filter(({ path }) => path.startsWith('/api/v1/cases/:id'));

function ask(route: Route, id: string, key: string): Promise<Answer> {
  // A check that was run: what is refused is the case.
  const path = route.path.replace(':id', id).replace(':check', 'document_quality');
  return stage.api.ask(route.method, path, {
    key,
    ...(route.method === 'GET' ? {} : { json: bodyFor(route) }),
  });
}

it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  "404 from %s for another environment's and another organisation's key, and for no case; nothing of it said",
  async (_name, route) => {
    for (const [id, key] of [
      [caseId, stage.api.sandboxKey],
      [caseId, otherKey],
      [newId('case'), stage.api.liveKey],
      ['nonsense', stage.api.liveKey],
    ] as const) {
      const { body } = await ask(route, id, key);
      expect(body).toMatchObject({ status_code: 404, error: 'not_found' });
      expect(JSON.stringify(body)).not.toMatch(/under_review|document_quality|ses_/);
    }
    // Nobody claimed, changed or decided it meanwhile.
    const { body } = await stage.ask('GET', `/cases/${caseId}`);
    expect(body).toMatchObject({ status: 'open', assignee: null, notes: [], changes: [] });
  },
);

it('422 for a status that there is not', async () => {
  const { body } = await stage.ask('GET', '/cases?status=lost');
  expect(body).toMatchObject({ status_code: 422, errors: [{ field: 'status' }] });
});

it('422 for a sentence in the place of a reason code, and nothing is decided', async () => {
  const wish = { reason_code: 'He looked odd' };
  const { body } = await stage.ask('POST', `/cases/${caseId}/reject`, wish);
  expect(body).toMatchObject({ status_code: 422, errors: [{ field: 'reason_code' }] });
  expect((await stage.ask('GET', `/cases/${caseId}`)).body).toMatchObject({ status: 'open' });
});
