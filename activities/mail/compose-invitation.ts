import type { Mail } from './mailer';

export interface InvitationParts {
  readonly to: string;
  readonly applicantName: string | null;
  /** Who asks; null: the service speaks of itself. */
  readonly displayName: string | null;
  readonly supportUrl: string | null;
  readonly link: string;
  readonly expiresAt: Date;
}

/** Plain text: every program shows it, and no sender's picture tells that it was opened. */
export function composeInvitation(parts: InvitationParts): Pick<Mail, 'to' | 'subject' | 'text'> {
  const asks = inOneLine(parts.displayName) ?? 'We';
  const verb = asks === 'We' ? 'ask' : 'asks';
  const name = inOneLine(parts.applicantName);
  const until = parts.expiresAt.toISOString().slice(0, 16).replace('T', ' ');
  return {
    to: parts.to,
    subject: `${asks} ${verb} you to verify your identity`,
    text: [
      name === null ? 'Hello,' : `Hello ${name},`,
      `${asks} ${verb} you to verify your identity. Open this link on your phone:`,
      parts.link,
      `It works once, until ${until} UTC. Have your identity document at hand.`,
      ...(parts.supportUrl === null ? [] : [`Questions? ${parts.supportUrl}`]),
      'If you did not expect this, you need not do anything.',
      '',
    ].join('\n\n'),
  };
}

/** A name with line breaks in it would write lines of its own. */
function inOneLine(text: string | null): string | null {
  const line = text?.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim() ?? '';
  return line === '' ? null : line;
}
