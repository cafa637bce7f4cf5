import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface SilentServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Takes connections and says nothing, as a frozen process does. */
export async function startSilentServer(): Promise<SilentServer> {
  return serve(() => undefined);
}

export interface Relay extends SilentServer {
  /** From now on nothing gets through either way, also on new connections. */
  freeze(): void;
  /** What was held up is lost, what comes goes through. */
  thaw(): void;
}

export async function startRelay(to: {
  readonly host: string;
  readonly port: number;
}): Promise<Relay> {
  let isFrozen = false;
  const pairs: (readonly [Socket, Socket])[] = [];
  const server = await serve((near) => {
    const far = connect(to.port, to.host);
    pairs.push([near, far]);
    far.on('error', () => near.destroy());
    far.on('close', () => near.destroy());
    near.on('close', () => far.destroy());
    near.on('data', (chunk: Buffer) => {
      if (!isFrozen) far.write(chunk);
    });
    far.on('data', (chunk: Buffer) => {
      if (!isFrozen) near.write(chunk);
    });
  });
  return {
    ...server,
    freeze() {
      isFrozen = true;
    },
    thaw() {
      isFrozen = false;
    },
  };
}

async function serve(onConnection: (socket: Socket) => void): Promise<SilentServer> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
