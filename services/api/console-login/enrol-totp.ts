import { z } from 'zod';
import { endSignIns, freshUntil, type SignIn } from '../../../shared/auth/console-session';
import { replaceRecoveryCodes } from '../../../shared/auth/recovery-codes';
import { giveBackAttempt, takeAttempt } from '../../../shared/auth/sign-in-attempts';
import { base32, newTotpSecret, otpauthUrl, stepOfCode } from '../../../shared/auth/totp';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import type { OpenCall } from '../http/call';
import { json } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';
import { qrCode } from '../sessions/qr-code';
import { auditUser } from './audit-user';
import { openConsole } from './open-console';
import { findUser, lockSignedIn, openTotp, sealTotp } from './second-factor';
import { asSignedIn } from './signed-in';
import { codeField } from './totp';

const enrolBody = z.object({ code: codeField.optional() });

const enrolment = z
  .discriminatedUnion('next', [
    z.strictObject({
      next: z.literal('confirm'),
      secret: z.string(),
      otpauth_url: z.string(),
      qr_code_data_url: z.string(),
    }),
    z.strictObject({
      next: z.literal('done'),
      /** Shown now and never again. */
      recovery_codes: z.array(z.string()),
    }),
  ])
  .meta({ id: 'TotpEnrolment' });

/**
 * Without a code a new secret, which counts once a code of it was sent. Whoever has a second factor already shows
 * it first, lately.
 */
export function enrolTotp(deps: ApiDeps): Route {
  return openRoute({
    method: 'POST',
    path: '/api/v1/console/enrol-totp',
    body: enrolBody,
    summary: 'Set up the second factor',
    answers: { 200: json(enrolment) },
    handler: (call) =>
      asSignedIn(deps, call, ['enrol_totp', 'full'], async (signIn, now) => {
        await requireMayEnrol(deps, signIn, now);
        const { code } = call.body;
        return code === undefined
          ? answer(200, await propose(deps, signIn))
          : answer(200, await confirm(deps, call, signIn, code));
      }),
  });
}

async function requireMayEnrol(deps: ApiDeps, signIn: SignIn, now: Date): Promise<void> {
  const { totp_sealed: present } = await findUser(deps.db, signIn.user_id);
  if (present !== null && freshUntil(signIn, now) === null) {
    throw new VerifaError('reauthentication_required');
  }
}

async function propose(deps: ApiDeps, signIn: SignIn) {
  const user = await findUser(deps.db, signIn.user_id);
  const { name: organization } = await deps.db
    .selectFrom('organizations')
    .select('name')
    .where('id', '=', signIn.organization_id)
    .executeTakeFirstOrThrow();
  const secret = newTotpSecret();
  await deps.db
    .updateTable('console_sessions')
    .set({ pending_totp_sealed: sealTotp(deps, user.id, secret) })
    .where('id', '=', signIn.id)
    .execute();
  const url = otpauthUrl(secret, organization, user.email ?? user.name);
  return {
    next: 'confirm' as const,
    secret: base32(secret),
    otpauth_url: url,
    qr_code_data_url: qrCode(url),
  };
}

async function confirm(
  deps: ApiDeps,
  call: OpenCall<unknown, unknown, unknown>,
  signIn: SignIn,
  code: string,
) {
  const { user_id: userId, organization_id: organizationId } = signIn;
  await takeAttempt(deps, 'factor', userId);
  const { pending_totp_sealed: sealed } = await deps.db
    .selectFrom('console_sessions')
    .select('pending_totp_sealed')
    .where('id', '=', signIn.id)
    .executeTakeFirstOrThrow();
  const now = deps.clock();
  const step = sealed === null ? null : stepOfCode(openTotp(deps, userId, sealed), code, now);
  if (sealed === null || step === null) throw new VerifaError('code_refused');
  await giveBackAttempt(deps, 'factor', userId);
  const { codes } = await openConsole(deps, call, async (trx) => {
    const user = await lockSignedIn(trx, signIn);
    await trx
      .updateTable('users')
      .set({ totp_sealed: sealed, totp_last_step: String(step) })
      .where('id', '=', userId)
      .execute();
    await endSignIns(trx, userId, now, signIn.id);
    await auditUser(trx, call, 'totp_enrolled', { organizationId, userId }, now);
    return {
      codes: await replaceRecoveryCodes(trx, deps.keyring, { organizationId, userId }, now),
      user,
      stage: 'full',
      signedInBy: signIn.signed_in_by,
      reauthenticatedAt: now,
    } as const;
  });
  return { next: 'done' as const, recovery_codes: [...codes] };
}
