import { createMailActivities } from '../../activities/mail/create-mail-activities';
import { openMailer } from '../../activities/mail/mailer';
import type { SessionId } from '../../shared/domain/ids';
import { eventually } from '../processes/running-process';
import { text, type Answer } from '../processes/api-caller';
import { startApi, type RunningApi } from '../api/running-api';
import { openMailbox, type Mailbox } from './mailbox';

const applicant = {
  send_email: true,
  applicant_email: 'erika@mail.example',
  applicant_name: 'Erika Mustermann',
  display_name: 'Example Bank',
  support_url: 'https://bank.example/help',
};

let mailbox: Mailbox;
let api: RunningApi;
beforeAll(async () => {
  mailbox = await openMailbox();
  const mail = {
    mailer: openMailer(mailbox.url),
    from: 'Verifa <verify@verifa.example>',
    publicUrl: 'https://verify.example',
  };
  api = await startApi({ worker: true, mail });
});
afterAll(async () => {
  await api.stop();
  await mailbox.close();
});
beforeEach(() => {
  mailbox.received.length = 0;
  mailbox.refuse(false);
});

/** Quoted-printable lines joined again. */
const readable = (mail: string): string =>
  mail
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
const mails = (count: number): Promise<readonly string[]> =>
  eventually(`${String(count)} mails`, () =>
    Promise.resolve(mailbox.received.length >= count ? mailbox.received.map(readable) : undefined),
  );
const resend = (id: string): Promise<Answer> =>
  api.ask('POST', `/api/v1/sessions/${id}/resend-invite`);

async function created(body: Record<string, unknown> = applicant): Promise<Answer> {
  const answer = await api.ask('POST', '/api/v1/sessions', { json: body });
  expect(answer.status).toBe(201);
  return answer;
}

it('creation with send_email invites the person with the very link of the answer', async () => {
  const { body } = await created();
  const [mail = ''] = await mails(1);
  const token = text(body, 'capture_url').split('/').at(-1) ?? '';
  expect(mail).toContain('To: erika@mail.example');
  expect(mail).toContain('Subject: Example Bank asks you to verify your identity');
  expect(mail).toContain(`https://verify.example/verify/${token}`);
  expect(mail).toContain('Hello Erika Mustermann,');
  expect(mail).toContain('https://bank.example/help');
  expect(mail).toContain(`Message-ID: <${text(body, 'id')}-1@verifa.example>`);
});

it('without send_email nobody is written to, and nothing can be sent again', async () => {
  const { body } = await created({});
  expect((await resend(text(body, 'id'))).body).toMatchObject({
    status_code: 409,
    error: 'invalid_state',
    status: 'pending',
  });
  expect(mailbox.received).toEqual([]);
});

it('200 with the count, five times; then 429', async () => {
  const { body } = await created();
  const id = text(body, 'id');
  for (let count = 1; count <= 5; count += 1) {
    expect((await resend(id)).body).toEqual({ id, resend_count: count });
  }
  expect((await resend(id)).body).toMatchObject({ status_code: 409, error: 'resend_limit' });
  const sent = await mails(6);
  const token = text(body, 'capture_url').split('/').at(-1) ?? '';
  for (const mail of sent) expect(mail).toContain(token);
});

it('409 once the session is over', async () => {
  const { body } = await created();
  await mails(1);
  await api.ask('POST', `/api/v1/sessions/${text(body, 'id')}/expire`);
  expect((await resend(text(body, 'id'))).body).toMatchObject({ error: 'invalid_state' });
});

describe('the activity', () => {
  const activities = () =>
    createMailActivities({
      db: api.db,
      keyring: api.keyring,
      clock: () => new Date(),
      mail: {
        mailer: openMailer(mailbox.url),
        from: 'verify@verifa.example',
        publicUrl: 'https://verify.example',
      },
    });

  /** Sent already by the worker; owed once more. */
  async function owed(): Promise<SessionId> {
    await created();
    await mails(1);
    const row = await api.db
      .selectFrom('sessions')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    await eventually('the mark', async () => {
      const { sent_at: sentAt } = await api.db
        .selectFrom('invitations')
        .select('sent_at')
        .where('session_id', '=', row.id)
        .executeTakeFirstOrThrow();
      return sentAt ?? undefined;
    });
    await api.db
      .updateTable('invitations')
      .set({ sent_at: null })
      .where('session_id', '=', row.id)
      .execute();
    mailbox.received.length = 0;
    return row.id;
  }

  it('waits for a mail server that is away, then sends once however often it is run', async () => {
    const invitation = { sessionId: await owed(), number: 1 };
    mailbox.refuse(true);
    await expect(activities().sendInvitation(invitation)).rejects.toMatchObject({
      code: 'mail_unavailable',
    });
    mailbox.refuse(false);
    expect(await activities().sendInvitation(invitation)).toBe('sent');
    expect(await activities().sendInvitation(invitation)).toBe('sent');
    expect(mailbox.received).toHaveLength(1);
  });

  it('drops it for a session that was erased meanwhile', async () => {
    const sessionId = await owed();
    await api.ask('DELETE', `/api/v1/sessions/${sessionId}/data`);
    expect(await activities().sendInvitation({ sessionId, number: 1 })).toBe('dropped');
    expect(mailbox.received).toEqual([]);
  });
});

it('no history holds the address, the name or the link', async () => {
  const { body } = await created();
  await mails(1);
  const handle = api.temporal.workflow.getHandle(`${text(body, 'id')}-invitation-1`);
  expect(await handle.result()).toBe('sent');
  const history = JSON.stringify(await handle.fetchHistory());
  const token = text(body, 'capture_url').split('/').at(-1) ?? '';
  for (const secret of ['erika', 'Mustermann', 'Example Bank', token]) {
    expect(history).not.toContain(secret);
    expect(history).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
  }
});
