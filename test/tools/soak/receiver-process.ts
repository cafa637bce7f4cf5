import { createHmac } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text as wholeText } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { assertNever } from '../../../shared/domain/assert-never';
import { badDays, busy, badStatuses, drawFate, type Fate } from './receiver-fate';
import { writeEntry } from './receiver-ledger';
import { seeded } from './seeded';

/**
 * A receiver with bad days, as a process of its own so that it can be killed like one. It keeps every
 * try in its ledger before it answers; whoever asks "did it arrive?" reads the ledger.
 */
const settings = z
  .object({
    PORT: z.coerce.number().int(),
    SECRET: z.string(),
    LEDGER: z.string(),
    SEED: z.coerce.number().int(),
    /** How often it was started before: each life has other bad luck. */
    LIFE: z.coerce.number().int(),
  })
  .parse(process.env);

const bodySchema = z.object({
  event: z.string(),
  id: z.string(),
  idempotency_key: z.string(),
  session_id: z.string(),
  sequence: z.number().int(),
});
const slowMs = 1_500;

const random = seeded(settings.SEED + settings.LIFE * 7_919);
const standard = new Webhook(settings.SECRET);

function isGenuine(request: IncomingMessage, raw: string): boolean {
  try {
    standard.verify(raw, {
      'webhook-id': header(request, 'webhook-id'),
      'webhook-timestamp': header(request, 'webhook-timestamp'),
      'webhook-signature': header(request, 'webhook-signature'),
    });
  } catch {
    return false;
  }
  return verifiesOurs(header(request, 'x-verifa-signature'), raw);
}

/** The published recipe (`5-webhooks.md`, Signature), written out. */
function verifiesOurs(signature: string, raw: string): boolean {
  const parts = signature.split(',').map((part) => part.split('='));
  const seconds = parts.find(([name]) => name === 't')?.[1] ?? '';
  const expected = createHmac('sha256', settings.SECRET).update(`${seconds}.${raw}`).digest('hex');
  return parts.some(([name, value]) => name === 'v1' && value === expected);
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = await wholeText(request);
  const body = bodySchema.parse(JSON.parse(raw));
  const fate = drawFate(random, badDays);
  writeEntry(settings.LEDGER, {
    id: header(request, 'webhook-id'),
    deliveryId: header(request, 'x-verifa-delivery-id'),
    bodyIds: [body.id, body.idempotency_key],
    sessionId: body.session_id,
    sequence: body.sequence,
    type: body.event,
    genuine: isGenuine(request, raw),
    fate,
    atMs: Date.now(),
  });
  answer(fate, request, response);
}

function answer(fate: Fate, request: IncomingMessage, response: ServerResponse): void {
  switch (fate) {
    case 'taken':
      response.writeHead(200).end('ok');
      return;
    case 'slow':
      setTimeout(() => response.writeHead(204).end(), slowMs);
      return;
    case 'status': {
      const status = badStatuses[Math.floor(random() * badStatuses.length)] ?? 500;
      response.writeHead(status, status === 301 ? { Location: '/elsewhere' } : {}).end('no');
      return;
    }
    case 'busy':
      response.writeHead(busy.status, { 'Retry-After': String(busy.retryAfterSeconds) }).end();
      return;
    case 'reset':
      request.socket.resetAndDestroy();
      return;
    case 'lost_answer':
      response.writeHead(200, { 'Content-Length': '100' }).write('o');
      setTimeout(() => request.socket.destroy(), 20);
      return;
    case 'hang':
      return;
    default:
      assertNever(fate);
  }
}

const server = createServer((request, response) => {
  // A try cut off while it arrives is none: it is not in the ledger.
  receive(request, response).catch(() => request.socket.destroy());
});
// Ends a line that the life before was killed in.
appendFileSync(settings.LEDGER, '\n');
server.listen(settings.PORT, '127.0.0.1');
