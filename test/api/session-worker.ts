import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Kysely } from 'kysely';
import {
  createMailActivities,
  type MailSettings,
} from '../../activities/mail/create-mail-activities';
import { runRound } from '../../activities/checks/run/run-round';
import { createSessionActivities } from '../../activities/session/create-session-activities';
import type { CheckActivities, CheckRequest } from '../../activities/session/contract';
import { recordOutcome } from '../../activities/session/record-outcomes';
import type { CheckName, CheckOutcome } from '../../shared/domain/checks/outcome';
import { sealJson } from '../../shared/crypto/seal';
import type { Keyring } from '../../shared/crypto/keyring';
import { keyToWork, sealContext } from '../../shared/crypto/session-key';
import type { Database } from '../../shared/database/schema';
import type { ErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import type { ObjectStore } from '../../shared/storage/object-store';
import { checksQueue, sessionsQueue } from '../../shared/temporal/names';
import type { SessionClient } from '../../shared/temporal/session-client';
import { activityTenants, type ActivityTenantsDeps } from '../../services/worker/activity-tenants';
import { stackAddresses } from '../stack/addresses';
import { keepTemporalLogs } from '../stack/temporal-logs';

export interface WorkerWish extends ActivityTenantsDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly objects: ObjectStore;
  readonly journal: ErasureJournal;
  readonly sessions: SessionClient;
  readonly temporal: Client;
  readonly namespace: string;
  /** How invitations are sent; without it they wait. */
  readonly mail?: MailSettings;
  /** What the checks do; without it they pass at once. */
  readonly checks?: CheckActivities;
  /** What single checks say instead, and what the documents say. */
  readonly says?: Says;
}

export interface Says {
  readonly checks?: Partial<Record<CheckName, Pick<CheckOutcome, 'status' | 'reasons'>>>;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** What every document says to the checks of these tests. */
export const readFields = {
  first_name: 'ERIKA',
  last_name: 'MUSTERMANN',
  date_of_birth: '1964-08-12',
  document_number: 'C01X00T47',
};

/** The real session workflow and its real records, with checks that pass at once. */
export async function startSessionWorker(wish: WorkerWish): Promise<() => Promise<void>> {
  keepTemporalLogs();
  const addresses = stackAddresses();
  const connection = await NativeConnection.connect({
    address: addresses.VERIFA_TEST_TEMPORAL_ADDRESS,
  });
  const activities = createSessionActivities({
    ...wish,
    alert: (message) => {
      throw new Error(message);
    },
    clock: () => new Date(),
    heartbeat: () => undefined,
  });
  const clock = (): Date => new Date();
  const { db, keyring, mail = null } = wish;
  const mailActivities = createMailActivities({ db, keyring, clock, mail });
  const interceptors = { activity: [activityTenants(wish)] };
  const sessions = await Worker.create({
    connection,
    namespace: wish.namespace,
    taskQueue: sessionsQueue,
    workflowBundle: { codePath: addresses.VERIFA_TEST_WORKFLOW_BUNDLE },
    interceptors,
    activities: { ...activities, ...mailActivities },
  });
  const checks = await Worker.create({
    connection,
    namespace: wish.namespace,
    taskQueue: checksQueue,
    interceptors,
    activities: { ...(wish.checks ?? passingChecks(wish)) },
  });
  const running = Promise.all([sessions.run(), checks.run()]);
  return async () => {
    sessions.shutdown();
    checks.shutdown();
    await running;
    await connection.close();
  };
}

function passingChecks({ db, keyring, says = {} }: WorkerWish): CheckActivities {
  const run = async (request: CheckRequest): Promise<CheckOutcome[]> => {
    const { sessionId, attempt } = request;
    const outcomes = request.checks.map(({ check }): CheckOutcome => ({
      check,
      status: 'passed',
      score: 0.9,
      reasons: [],
      engine: 'scripted',
      engineVersion: '1',
      ...says.checks?.[check],
    }));
    for (const outcome of outcomes) {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('id', '=', sessionId)
        .executeTakeFirstOrThrow();
      const context = sealContext.extraction(sessionId, attempt);
      await recordOutcome(
        db,
        {
          sessionId,
          attempt,
          outcome,
          startedAt: new Date(),
          durationMs: 1,
          ...(outcome.check === 'document_ocr'
            ? { extraction: sealJson(keyToWork(keyring, row), context, says.fields ?? readFields) }
            : {}),
        },
        new Date(),
      );
    }
    return outcomes;
  };
  return {
    runChecks: (request) => runRound(request, run),
    runDocumentChecks: run,
    runFaceChecks: run,
    runRecordChecks: run,
  };
}
