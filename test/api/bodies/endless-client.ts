import { connect, type Socket } from 'node:net';

export interface Ending {
  /** What was answered, as it came: the status line first. */
  readonly answer: string;
  /** What the other side took before it closed, what lies in the kernel's buffers included. */
  readonly sentBytes: number;
  readonly lastedMs: number;
}

interface Sending {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent again and again in chunked encoding, until the other side closes. */
  readonly piece: Buffer;
  /** Sent once, before the pieces. */
  readonly first?: Buffer;
  readonly pauseMs?: number;
}

/** A client that never comes to the end of its body. */
export function sendWithoutEnd(url: string, sending: Sending): Promise<Ending> {
  const { hostname, port, host } = new URL(url);
  const begunAt = Date.now();
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    let stopped = false;
    const end = (): void => {
      if (stopped) return;
      stopped = true;
      clearTimeout(bound);
      resolve({ answer, sentBytes: socket.bytesWritten, lastedMs: Date.now() - begunAt });
      socket.destroy();
    };
    const bound = setTimeout(() => {
      reject(new Error(`the connection was left open; so far: ${answer.slice(0, 200)}`));
      socket.destroy();
    }, 30_000);
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
    });
    socket.on('error', end);
    socket.on('close', end);
    socket.on('end', end);
    const { method, path, headers = {}, piece, first } = sending;
    const head = Object.entries({ Host: host, 'Transfer-Encoding': 'chunked', ...headers });
    socket.write(
      `${method} ${path} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    );
    if (first !== undefined) socket.write(chunked(first));
    const whole = chunked(piece);
    const next = (): void => {
      if (stopped) return;
      const more = (): void => void setTimeout(next, sending.pauseMs ?? 0);
      if (writes(socket, whole)) more();
      else socket.once('drain', more);
    };
    next();
  });
}

function writes(socket: Socket, bytes: Buffer): boolean {
  return socket.write(bytes);
}

function chunked(bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`${bytes.length.toString(16)}\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ]);
}
