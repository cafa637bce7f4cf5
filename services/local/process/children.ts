import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { commandOf, isAlive } from './process-table';
import { readJson, type StateFolder } from './state-folder';

export interface ChildPlan {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Resolves when it can be used; called until it does or the child ends. */
  readonly ready: (output: string) => Promise<boolean>;
}

export interface Child {
  readonly name: string;
  stop(): Promise<void>;
}

const readyWithinMs = 90_000;
/** A worker lets its activities finish for 20 s. */
const stopWithinMs = 30_000;
const firstPauseMs = 500;
const longestPauseMs = 15_000;

/** Starts a child in a process group of its own (Ctrl-C is ours to pass on), and keeps it running. */
export async function startChild(
  folder: StateFolder,
  plan: ChildPlan,
  report: (line: string) => void,
): Promise<Child> {
  let stopping = false;
  let output = '';
  let pauseMs = firstPauseMs;
  let restart: NodeJS.Timeout | undefined;
  const pidFile = folder.file(join('pids', `${plan.name}.json`));

  let child = launch();

  function launch(): ChildProcess {
    output = '';
    const log = createWriteStream(folder.file(join('logs', `${plan.name}.log`)), { flags: 'a' });
    const begun = spawn(plan.program, plan.args, {
      env: { ...plan.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [begun.stdout, begun.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output = (output + chunk.toString('utf8')).slice(-20_000);
        log.write(chunk);
      });
    }
    begun.on('error', (cause) => {
      output += cause.message;
    });
    if (begun.pid !== undefined) {
      void writeFile(pidFile, JSON.stringify({ pid: begun.pid, program: plan.program }));
    }
    begun.once('exit', () => {
      log.end();
      if (stopping) return;
      report(`${plan.name} ended; starting it again in ${String(pauseMs)} ms (see .verifa/logs)`);
      restart = setTimeout(() => {
        child = launch();
      }, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
    return begun;
  }

  const end = Date.now() + readyWithinMs;
  while (!(await plan.ready(output).catch(() => false))) {
    if (hasEnded(child) || Date.now() > end) {
      stopping = true;
      await stopChild();
      const said = output.trim().split('\n').at(-1) ?? '';
      throw new VerifaError('temporarily_unavailable', {
        detail: `${plan.name} could not be started: ${said === '' ? 'it said nothing' : said}`,
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }

  async function stopChild(): Promise<void> {
    stopping = true;
    clearTimeout(restart);
    if (!hasEnded(child)) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
      await ended;
      clearTimeout(patience);
    }
    await rm(pidFile, { force: true });
  }

  return { name: plan.name, stop: stopChild };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

const pidSchema = z.object({ pid: z.number(), program: z.string() });

/** After a kill -9 of the stack its children live on: they are found by their pid files and ended. */
export async function endOrphans(
  folder: StateFolder,
  report: (line: string) => void,
): Promise<void> {
  for (const file of await readdir(folder.file('pids'))) {
    const path = folder.file(join('pids', file));
    const left = await readJson(path, pidSchema);
    const command = left === undefined ? undefined : await commandOf(left.pid);
    if (left !== undefined && isAlive(left.pid) && command?.startsWith(left.program) === true) {
      report(`ending ${file.replace('.json', '')}, left behind by an earlier stack`);
      process.kill(left.pid, 'SIGTERM');
      for (let waited = 0; isAlive(left.pid) && waited < 10_000; waited += 100) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      if (isAlive(left.pid)) process.kill(left.pid, 'SIGKILL');
    }
    await rm(path, { force: true });
  }
}
