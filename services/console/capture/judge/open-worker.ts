import { handedOver, type JudgeReply, type JudgeRequest } from './messages';

export interface JudgeWorker {
  readonly ask: (request: JudgeRequest) => Promise<JudgeReply>;
  /** It could not be loaded, or broke: whatever is asked from now on is asked of somebody else. */
  readonly hasFailed: () => boolean;
  readonly close: () => void;
}

/** Starts the judge's Worker; null where the browser refuses to. */
export function openWorker(url: string): JudgeWorker | null {
  const waiting = new Map<number, (reply: JudgeReply) => void>();
  let failed = false;
  let worker: Worker;
  try {
    worker = new Worker(trusted(url));
  } catch {
    return null;
  }
  worker.addEventListener('message', (event: MessageEvent<JudgeReply>) => {
    const settle = waiting.get(event.data.id);
    waiting.delete(event.data.id);
    settle?.(event.data);
  });
  const giveUp = (why: string): void => {
    failed = true;
    for (const [id, settle] of waiting) settle({ id, kind: 'failed', why });
    waiting.clear();
    worker.terminate();
  };
  worker.addEventListener('error', () => giveUp('worker_failed'));
  worker.addEventListener('messageerror', () => giveUp('worker_failed'));
  return {
    ask: (request) =>
      new Promise((resolve) => {
        waiting.set(request.id, resolve);
        worker.postMessage(request, handedOver(request));
      }),
    hasFailed: () => failed,
    close: () => giveUp('closed'),
  };
}

/** What `trustedTypes` offers of what is needed here: TypeScript's own types leave it out. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypesFactory;
  }
}

/** The page's policy wants every script's address vouched for: it must be our own. */
function trusted(url: string): string {
  const own = (address: string): string => {
    if (new URL(address, location.href).origin !== location.origin) throw new Error('not ours');
    return address;
  };
  const policy = window.trustedTypes?.createPolicy('verifa-judge', { createScriptURL: own });
  return policy === undefined ? own(url) : policy.createScriptURL(url);
}
