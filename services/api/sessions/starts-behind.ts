import type { Logger } from 'pino';
import type { SessionId } from '../../../shared/domain/ids';

/** What a committed row asks of Temporal: its workflow, its invitation. */
export interface Owed {
  readonly sessionId: SessionId;
  readonly requestId: string;
  /** For the log: `workflow start`. */
  readonly what: string;
  readonly start: () => Promise<void>;
}

/** Starts what committed rows promise, after their answers. */
export interface StartsBehind {
  /** Begins it; resolves at once, or with it while too many are under way. Never rejects: the sweep starts it again. */
  begin(owed: Owed): Promise<void>;
  /** Resolves when nothing is under way any more. */
  drained(): Promise<void>;
}

export interface StartsOptions {
  /** More are waited for by whoever asks for them. Default 100. */
  readonly most?: number;
  /** An answer waits no longer than this; Temporal may be away. Default 2 s. */
  readonly boundMs?: number;
}

/**
 * The row is the promise: an answer tells what is committed, and needs no workflow. What a process that was
 * killed had not started yet, the sweep starts within a minute, or the first message to the session.
 */
export function createStartsBehind(
  { log }: { readonly log: Pick<Logger, 'warn'> },
  { most = 100, boundMs = 2_000 }: StartsOptions = {},
): StartsBehind {
  const underWay = new Set<Promise<void>>();

  return {
    async begin({ sessionId, requestId, what, start }) {
      const isWaitedFor = underWay.size >= most;
      const begun = start().catch(() => {
        log.warn({ request_id: requestId, session_id: sessionId }, `${what} is owed`);
      });
      const settled = begun.finally(() => underWay.delete(settled));
      underWay.add(settled);
      if (isWaitedFor) await within(boundMs, settled);
    },
    async drained() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

async function within(boundMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, boundMs);
  });
  await Promise.race([work, bound]);
  clearTimeout(timer);
}
