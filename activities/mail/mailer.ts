import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Without brackets, e.g. `ses_…-1@verify.example`. */
  readonly messageId: string;
}

export interface Mailer {
  /** Resolves once the mail is in other hands. */
  readonly send: (mail: Mail) => Promise<void>;
}

const timeoutMs = 20_000;

/** `smtp(s)://…`, or `file:///folder` for trying it out: a file a mail, to be opened by any mail program. */
export function openMailer(url: string): Mailer {
  return url.startsWith('file:') ? openFolder(fileURLToPath(url)) : openSmtp(url);
}

function openSmtp(url: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  return {
    async send({ messageId, ...mail }) {
      await transport.sendMail({ ...mail, messageId: `<${messageId}>` });
    },
  };
}

function openFolder(folder: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    async send({ messageId, ...mail }) {
      const { message } = await transport.sendMail({ ...mail, messageId: `<${messageId}>` });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${messageId}.eml`);
      await writeFile(`${file}.part`, message, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
  };
}
