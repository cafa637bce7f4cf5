import { z } from 'zod';
import { openMailer, type Mail } from '../../activities/mail/mailer';
import type { UserId } from '../../shared/domain/ids';

export type SetupMail = Omit<Mail, 'from'>;
export type SendMail = (mail: SetupMail) => Promise<void>;

interface Parts {
  readonly to: string;
  readonly userId: UserId;
  readonly url: string;
  readonly expiresAt: Date;
}

/** Plain text, and no name in it but that of the service. */
export function composeSetupMail({ to, userId, url, expiresAt }: Parts): SetupMail {
  const until = expiresAt.toISOString().slice(0, 16).replace('T', ' ');
  return {
    to,
    subject: 'Your account in the review console',
    text: [
      'Hello,',
      'An account in the review console was made for you. Open this link and choose a password:',
      url,
      `It works once, until ${until} UTC.`,
      'If you did not expect this, you need not do anything.',
      '',
    ].join('\n\n'),
    messageId: `${userId}-${String(expiresAt.getTime())}@console`,
  };
}

const mailSettings = z.object({ MAIL_URL: z.string(), MAIL_FROM: z.string().includes('@') });

/** By the worker's own settings; null where there are none. */
export function mailBy(environment: Readonly<Record<string, string | undefined>>): SendMail | null {
  const { success, data } = mailSettings.safeParse(environment);
  if (!success) return null;
  const mailer = openMailer(data.MAIL_URL);
  return (mail) => mailer.send({ ...mail, from: data.MAIL_FROM });
}
