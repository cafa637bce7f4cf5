import { sql } from 'kysely';
import { beginSignIn } from '../../../../shared/auth/console-session';
import { hashPassword } from '../../../../shared/auth/password';
import type { CaseId, UserId } from '../../../../shared/domain/ids';
import type { UserRole } from '../../../../shared/domain/auth/roles';
import type { Environment } from '../../../../shared/domain/environment';
import { password } from '../../../api/console/browser';
import { firstOrganization, newUser } from '../../../api/console/signed-in';
import { cheapLogCost } from '../../../api/running-api';
import type { ReviewDesk } from '../review-desk';
import { colleagues, waiting, type Waiting } from './people-at-work';

/** An organisation in the middle of a working day, whose screens show what they show in use. */
export interface Office {
  readonly desk: ReviewDesk;
  /** A case with pictures, in the hands of the signed-in reviewer when they open it. */
  readonly caseId: CaseId;
  readonly closedId: CaseId;
  /** In the hands of somebody else. */
  readonly takenId: CaseId;
  /** Two have to decide it, and somebody else gave the first opinion. */
  readonly secondId: CaseId;
  /** In nobody's hands, and opened by none who would take it. */
  readonly freeId: CaseId;
  /** The cookie of the one person of this role. */
  readonly cookie: (role: UserRole, environment?: Environment) => Promise<string>;
}

export async function openOffice(desk: ReviewDesk): Promise<Office> {
  const { db } = desk.api;
  const organizationId = await firstOrganization(db);
  await db.updateTable('organizations').set({ name: 'Northern Savings Bank' }).execute();
  const hash = await hashPassword(password, cheapLogCost);
  const people = await Promise.all(
    colleagues.map(async ({ role, name, email, isNew = false }) => {
      const id = await newUser(db, role, organizationId);
      await db
        .updateTable('users')
        .set({ name, email, ...(isNew ? {} : { last_login_at: new Date(), password_hash: hash }) })
        .where('id', '=', id)
        .execute();
      return { id, role };
    }),
  );
  const idOf = (role: UserRole, at = 0): UserId => {
    const found = people.filter((one) => one.role === role)[at];
    if (found === undefined) throw new Error(`nobody is ${role}`);
    return found.id;
  };
  desk.reads({ last_name: 'الحسن المغربي', first_name: 'محمد عبد الرحمن', nationality: 'MAR' });
  const { caseId } = await desk.withPictures();
  await shape(desk, caseId, { country: 'MA', hours: 27, signals: ['mrz_checksum_mismatch'] });
  desk.reads({});
  const cases = await Promise.all(waiting.map(() => desk.underReview()));
  for (const [at, { caseId: id }] of cases.entries()) {
    await shape(desk, id, waiting[at] ?? { country: 'DE', hours: 1, signals: [] });
  }
  // Whether two have to decide a case stands fast when it is opened.
  await desk.dualReview(true);
  const { caseId: second } = await desk.underReview();
  await desk.dualReview(false);
  const [closed, rejected, taken, escalated, free] = cases.map((one) => one.caseId);
  if (closed === undefined || rejected === undefined || taken === undefined)
    throw new Error('too few cases');
  if (escalated === undefined || free === undefined) throw new Error('too few cases');
  const other = idOf('senior', 1);
  const act = async (id: CaseId, action: string, body: object = {}): Promise<void> => {
    const { status, body: said } = await desk.ask('POST', `/cases/${id}/${action}`, {
      reviewer_id: other,
      ...body,
    });
    if (status >= 300) throw new Error(`${action}: ${JSON.stringify(said)}`);
  };
  await act(closed, 'approve');
  await act(rejected, 'reject', { reason_code: 'document_tampered' });
  await act(taken, 'claim');
  await act(escalated, 'escalate', { reason: 'The issuing authority is not one that I know.' });
  await act(second, 'approve');
  const cookies = new Map<string, Promise<string>>();
  return {
    ...{ desk, caseId },
    closedId: rejected,
    takenId: taken,
    secondId: second,
    freeId: free,
    cookie(role, environment = 'live') {
      const key = `${role} ${environment}`;
      const kept = cookies.get(key) ?? cookieOf(desk, idOf(role), environment);
      cookies.set(key, kept);
      return kept;
    },
  };
}

async function cookieOf(
  { api }: ReviewDesk,
  userId: UserId,
  environment: Environment,
): Promise<string> {
  const at = new Date();
  const organizationId = await firstOrganization(api.db);
  const { secret } = await beginSignIn(
    api.db,
    {
      ...{ organizationId, userId, environment },
      ...{ stage: 'full', signedInBy: 'password', reauthenticatedAt: at },
    },
    at,
  );
  return secret;
}

async function shape(desk: ReviewDesk, id: CaseId, one: Waiting): Promise<void> {
  const { country, hours, signals, risk = null, document = 'passport', reference = null } = one;
  const { priority = 'normal', tags = [] } = one;
  await desk.ask('PATCH', `/cases/${id}`, { priority, tags });
  await sql`UPDATE cases SET country = ${country}, document_type = ${document},
    risk_score = ${risk}, signals = ${[...signals]},
    created_at = now() - ${hours} * interval '1 hour' WHERE id = ${id}`.execute(desk.api.db);
  await sql`UPDATE sessions SET country = ${country}, document_type = ${document},
    external_ref = ${reference}
    WHERE id = (SELECT session_id FROM cases WHERE id = ${id})`.execute(desk.api.db);
}
