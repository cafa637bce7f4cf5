import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtService } from '../../processes/built-service';
import { eventually, startProcess, type RunningProcess } from '../../processes/running-process';
import { freePort } from '../../stack/free-port';
import { readLedger, type LedgerReader } from './receiver-ledger';

/** The receiver's process and its ledger, which outlives it. */
export interface SoakReceiver {
  readonly url: string;
  readonly ledger: LedgerReader;
  /** @param secret of the endpoint that was made for `url` */
  start(secret: string): Promise<void>;
  /** `kill -9`; tries under way are cut, later ones refused. */
  die(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function createSoakReceiver(seed: number): Promise<SoakReceiver> {
  const folder = await mkdtemp(join(tmpdir(), 'verifa-soak-'));
  const file = join(folder, 'ledger');
  const build = await builtService();
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  let running: RunningProcess | undefined;
  let lives = 0;
  let key = '';
  const die = async (): Promise<void> => running?.kill('SIGKILL');
  const restart = async (): Promise<void> => {
    const life = startProcess(join(build, 'test', 'tools', 'soak', 'receiver-process.js'), {
      PORT: String(port),
      SECRET: key,
      LEDGER: file,
      SEED: String(seed),
      LIFE: String(lives),
    });
    running = life;
    lives += 1;
    await eventually('the receiver', async () => {
      if (!life.alive) throw new Error(`the receiver ended: ${life.output()}`);
      // Any answer will do; one to a request without a body is a cut connection.
      const isUp = await fetch(origin, { method: 'HEAD' }).then(
        () => true,
        (cause: unknown) => !isRefused(cause),
      );
      return isUp ? true : undefined;
    });
  };
  return {
    url: `${origin}/hook`,
    ledger: readLedger(file),
    start(secret) {
      key = secret;
      return restart();
    },
    die,
    restart,
    async stop() {
      await die();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
}
