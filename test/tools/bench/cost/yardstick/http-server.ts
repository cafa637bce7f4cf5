import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import busboy from 'busboy';
import { z } from 'zod';
import type { ByHand } from './by-hand';
import { pictureNames } from './kept-pictures';
import { layers } from './layers';
import type { RowWriter } from './row-writer';

const path = z.tuple([z.string(), z.enum(['create', ...pictureNames, 'submit', 'result'])]);

/** The five requests of a live session, each answered by a step by hand; no routing, no validation. */
export async function serveByHand(byHand: ByHand, rows: RowWriter): Promise<string> {
  const answer = async (request: IncomingMessage): Promise<void> => {
    const [id, step] = path.parse((request.url ?? '').split('/').slice(1));
    switch (step) {
      case 'create':
        await readBody(request);
        return byHand.create(id, layers);
      case 'document':
      case 'selfie':
        return byHand.upload(id, step, layers, await readFilePart(request));
      case 'submit':
        await readBody(request);
        return byHand.submit(id, true, layers);
      case 'result':
        return rows.read(id);
    }
  };
  const send = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    answer(request).then(
      () => send(response, 200, { url: request.url }),
      (cause: unknown) => send(response, 500, { error: String(cause) }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return `http://127.0.0.1:${String(port)}`;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function readFilePart(request: IncomingMessage): Promise<Buffer> {
  const parser = busboy({ headers: request.headers });
  const chunks: Buffer[] = [];
  parser.on('file', (_, stream) => stream.on('data', (chunk: Buffer) => chunks.push(chunk)));
  request.pipe(parser);
  await once(parser, 'close');
  return Buffer.concat(chunks);
}
