import { z } from 'zod';
import type { ApiDeps } from '../../../services/api/deps';
import type { CheckName, CheckOutcome } from '../../../shared/domain/checks/outcome';
import type { UserRole } from '../../../shared/domain/auth/roles';
import { isId, newId, type CaseId, type SessionId, type UserId } from '../../../shared/domain/ids';
import { call, text, type Answer } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { setSettings } from '../../stack/set-settings';
import { capturingSession } from '../capturing-session';
import { startApi, type RunningApi } from '../running-api';

type Said = Partial<Record<CheckName, Pick<CheckOutcome, 'status' | 'reasons'>>>;

/** What the documents of these tests say, whole. */
export const readData = {
  document_type: 'passport',
  document_issuing_state: 'D',
  last_name: 'MUSTERMANN',
  first_name: 'ERIKA',
  document_number: 'C01X00T47',
  nationality: 'D',
  date_of_birth: '1964-08-12',
  gender: 'female',
  document_expiration_date: '2035-01-01',
} as const;

export interface ReviewStage {
  readonly api: RunningApi;
  /** What the checks say from now on, where they do not pass. */
  says(checks: Said): void;
  /** What documents say from now on, where it is not `readData`. */
  reads(fields: Partial<Record<keyof typeof readData, string>>): void;
  /** Moves the API's clock on; Temporal's and the worker's stay. */
  later(ms: number): void;
  user(role?: UserRole): Promise<UserId>;
  underReview(): Promise<{ readonly sessionId: SessionId; readonly caseId: CaseId }>;
  ask(method: string, path: string, json?: unknown, url?: string): Promise<Answer>;
  status(id: SessionId): Promise<string>;
  reached(id: SessionId, status: string): Promise<void>;
  eventTypes(id: SessionId): Promise<readonly string[]>;
  dualReview(on: boolean): Promise<void>;
  stop(): Promise<void>;
}

const unclear: Said = { document_quality: { status: 'failed', reasons: ['blurred'] } };

/** The API and its worker, with documents that only a reviewer can judge. */
export async function setReviewStage(deps: Partial<ApiDeps> = {}): Promise<ReviewStage> {
  const said: { checks: Said; fields: Record<string, string> } = {
    checks: unclear,
    fields: readData,
  };
  const clock = { aheadMs: 0 };
  const api = await startApi({
    worker: true,
    deps: { ...deps, clock: () => new Date(Date.now() + clock.aheadMs) },
    says: {
      get checks() {
        return said.checks;
      },
      get fields() {
        return said.fields;
      },
    },
  });
  const organization = await api.db
    .selectFrom('organizations')
    .selectAll()
    .executeTakeFirstOrThrow();
  const ask: ReviewStage['ask'] = (method, path, json, url = api.url) =>
    call(method, `${url}/api/v1${path}`, {
      key: api.liveKey,
      ...(json === undefined ? {} : { json }),
    });
  const status = async (id: SessionId) =>
    text((await ask('GET', `/sessions/${id}`)).body, 'status');
  const reached = async (id: SessionId, wanted: string) => {
    await eventually(`session ${wanted}`, async () =>
      (await status(id)) === wanted ? true : undefined,
    );
  };
  return {
    api,
    ask,
    status,
    reached,
    says: (checks) => {
      said.checks = checks;
    },
    reads: (fields) => {
      said.fields = { ...readData, ...fields };
    },
    later: (ms) => {
      clock.aheadMs += ms;
    },
    async user(role = 'reviewer') {
      const id = newId('user');
      const row = {
        id,
        organization_id: organization.id,
        name: 'R.',
        role,
        created_at: new Date(),
      };
      await api.db.insertInto('users').values(row).execute();
      return id;
    },
    async underReview() {
      const sessionId = await capturingSession(api, ['id_front', 'selfie']);
      if (!isId('session', sessionId)) throw new Error('no session');
      await ask('POST', `/sessions/${sessionId}/submit`);
      await reached(sessionId, 'under_review');
      const caseId = text((await ask('GET', `/sessions/${sessionId}`)).body, 'case_id');
      if (!isId('case', caseId)) throw new Error('no case');
      return { sessionId, caseId };
    },
    async eventTypes(id) {
      const rows = await api.db
        .selectFrom('events')
        .select('type')
        .where('session_id', '=', id)
        .orderBy('sequence')
        .execute();
      return rows.map(({ type }) => type);
    },
    async dualReview(on) {
      await setSettings(api.db, { dual_review: on });
    },
    stop: () => api.stop(),
  };
}

export const listed = z.object({ data: z.array(z.object({ id: z.string() })) });
