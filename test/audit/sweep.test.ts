import { recordAudit } from '../../shared/audit/record-audit';
import { verifyChain } from '../../services/api/audit/verify-chain';
import { setSessionStage, type SessionStage } from '../workflow/session-stage';

let stage: SessionStage;
beforeAll(async () => {
  stage = await setSessionStage();
});
afterAll(() => stage.stop());

it('the sweep seals what was audited since, and calls for nobody', async () => {
  const { db, keyring, organizationId } = stage;
  await recordAudit(db, {
    organizationId,
    environment: null,
    actorKind: 'system',
    actorId: null,
    action: 'workflow.updated',
    resourceId: null,
    requestId: null,
    at: new Date(),
  });
  await stage.activities.sealAudit();
  expect(await verifyChain(db, keyring, organizationId)).toMatchObject({
    verifiedUpTo: 1,
    unsealed: 0,
    brokenAt: null,
  });
  expect(stage.alerts).toEqual([]);
});
