import { takesCapture } from '../../shared/domain/lifecycle/status-catalogue';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { openCaptureToken } from '../../shared/auth/capture-token';
import type { Keyring } from '../../shared/crypto/keyring';
import { openJson } from '../../shared/crypto/seal';
import { keyToRead, sealContext } from '../../shared/crypto/session-key';
import type { Database } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import type { Invitation } from '../../shared/temporal/invitation-client';
import { composeInvitation, type InvitationParts } from './compose-invitation';
import type { MailActivities } from './contract';
import type { Mailer } from './mailer';

export interface MailSettings {
  readonly mailer: Mailer;
  /** `Name <address>`. */
  readonly from: string;
  /** The public origin in capture links. */
  readonly publicUrl: string;
}

export interface MailActivityDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly clock: () => Date;
  /** Null: not configured; invitations wait until they are. */
  readonly mail: MailSettings | null;
}

export function createMailActivities(deps: MailActivityDeps): MailActivities {
  return {
    async sendInvitation(invitation) {
      const isOwed = await owed(deps.db, invitation);
      if (!isOwed) return 'sent';
      const parts = await invitationParts(deps, invitation);
      if (parts === null) {
        await mark(deps, invitation, 'dropped_at');
        return 'dropped';
      }
      if (deps.mail === null) throw new VerifaError('mail_unavailable');
      const { mailer, from } = deps.mail;
      const { sessionId, number } = invitation;
      const messageId = `${sessionId}-${String(number)}@${domainOf(from)}`;
      try {
        await mailer.send({ from, messageId, ...composeInvitation(parts) });
      } catch (cause) {
        throw new VerifaError('mail_unavailable', { cause });
      }
      await mark(deps, invitation, 'sent_at');
      return 'sent';
    },
  };
}

async function owed(db: Kysely<Database>, { sessionId, number }: Invitation): Promise<boolean> {
  const row = await db
    .selectFrom('invitations')
    .select(['sent_at', 'dropped_at'])
    .where('session_id', '=', sessionId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row !== undefined && row.sent_at === null && row.dropped_at === null;
}

const applicantSchema = z.object({
  applicant_email: z.string(),
  applicant_name: z.string().optional(),
  display_name: z.string().optional(),
  support_url: z.string().optional(),
});

/** Null: the link has been used up or has run out, or what is personal is gone. */
async function invitationParts(
  { db, keyring, clock, mail }: MailActivityDeps,
  { sessionId }: Invitation,
): Promise<InvitationParts | null> {
  const session = await db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirst();
  const token = await db
    .selectFrom('capture_tokens')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('status', 'in', ['created', 'consumed'])
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  if (session === undefined || !takesCapture(session.status)) return null;
  if (token?.token_sealed == null || token.expires_at <= clock()) return null;
  const key = keyToRead(keyring, session, 'stated_data');
  if (session.applicant_sealed === null || key === null) return null;
  const applicant = applicantSchema.parse(
    openJson(key, sealContext.applicant(session.id), session.applicant_sealed),
  );
  const clear = openCaptureToken(key, token.id, token.token_sealed);
  return {
    to: applicant.applicant_email,
    applicantName: applicant.applicant_name ?? null,
    displayName: applicant.display_name ?? null,
    supportUrl: applicant.support_url ?? null,
    link: `${mail?.publicUrl ?? ''}/verify/${clear}`,
    expiresAt: token.expires_at,
  };
}

async function mark(
  { db, clock }: MailActivityDeps,
  { sessionId, number }: Invitation,
  what: 'sent_at' | 'dropped_at',
): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ [what]: clock() })
    .where('session_id', '=', sessionId)
    .where('number', '=', number)
    .execute();
}

function domainOf(from: string): string {
  return /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost';
}
