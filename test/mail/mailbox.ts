import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that keeps what it is sent. */
export interface Mailbox {
  readonly url: string;
  readonly received: string[];
  /** Answers every mail with a temporary failure from now on, or no longer. */
  refuse(isRefusing: boolean): void;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const received: string[] = [];
  let isRefusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      void text(stream).then((mail) => {
        if (isRefusing) {
          done(Object.assign(new Error('come again'), { responseCode: 451 }));
          return;
        }
        received.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    received,
    refuse(now) {
      isRefusing = now;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}
