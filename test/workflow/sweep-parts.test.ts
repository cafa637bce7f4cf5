import { sessionsQueue, sessionWorkflowType, sweepWorkflowType } from '../../shared/temporal/names';
import { setSessionStage, type SessionStage } from './session-stage';

let stage: SessionStage;
beforeAll(async () => {
  stage = await setSessionStage({
    wrap: (real) => ({
      ...real,
      sealAudit: () => Promise.reject(new Error('the audit log cannot be sealed')),
      deleteOrphans: () => Promise.reject(new Error('the store cannot be listed')),
    }),
  });
});
afterAll(() => stage.stop());

const sweep = () =>
  stage.temporal.client.workflow.execute(sweepWorkflowType, {
    workflowId: 'verifa-sweep',
    taskQueue: sessionsQueue,
  });

test('parts that fail keep no other from its turn, and the run says so', async () => {
  const { id } = await stage.seed();
  await stage.db
    .updateTable('sessions')
    .set({ updated_at: new Date(Date.now() - 60_000) })
    .where('id', '=', id)
    .execute();
  await expect(sweep()).rejects.toMatchObject({ name: 'WorkflowFailedError' });
  // Started from its row, whatever became of it in the time that was skipped since.
  const { type } = await stage.temporal.client.workflow.getHandle(id).describe();
  expect(type).toBe(sessionWorkflowType);
});
