import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { Resolver } from 'node:dns/promises';
import type { Resolve } from '../../activities/webhooks/address-guard';

/** A name server that changes its mind: each question for an address gets the next answer, of no life. */
export interface FickleNameServer {
  /** Asks this server, as a system that is set to it would. */
  readonly resolve: Resolve;
  /** How often it was asked for an address. */
  readonly asked: () => number;
  close(): void;
}

export async function startFickleNameServer(answers: readonly string[]): Promise<FickleNameServer> {
  const socket = createSocket('udp4');
  let asked = 0;
  socket.on('message', (question, from) => {
    const address = answers[Math.min(asked, answers.length - 1)] ?? '';
    asked += 1;
    socket.send(answerTo(question, address), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    async resolve(hostname) {
      // A resolver each time: nothing remembers an answer.
      const resolver = new Resolver({ timeout: 2_000, tries: 1 });
      resolver.setServers([`127.0.0.1:${String(socket.address().port)}`]);
      return resolver.resolve4(hostname);
    },
    asked: () => asked,
    close: () => socket.close(),
  };
}

/** RFC 1035: the header, the question as it came, and one A record of no time to live. */
function answerTo(message: Buffer, address: string): Buffer {
  const header = Buffer.alloc(12);
  message.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180, 2); // an answer, no error
  header.writeUInt16BE(1, 4); // one question
  header.writeUInt16BE(1, 6); // one answer
  const question = message.subarray(12, endOfQuestion(message));
  const record = Buffer.alloc(12);
  record.writeUInt16BE(0xc00c, 0); // the name of the question
  record.writeUInt16BE(1, 2); // A
  record.writeUInt16BE(1, 4); // IN
  record.writeUInt32BE(0, 6); // to be forgotten at once
  record.writeUInt16BE(4, 10);
  return Buffer.concat([header, question, record, Buffer.from(address.split('.').map(Number))]);
}

function endOfQuestion(message: Buffer): number {
  const endOfName = message.indexOf(0, 12);
  return endOfName + 1 + 4;
}
