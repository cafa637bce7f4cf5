import type { Browser, JSHandle, Page } from 'playwright-core';
import { z } from 'zod';
import { openPhone } from './slow-phone';
import { workerThreadMs } from './thread-time';

const warmUp = 10;
const frames = 40;

export interface JudgeTime {
  /** CPU a frame of the Worker's own thread; null where this machine does not tell. */
  readonly cpuMs: number | null;
  /** From asking to the answer, with the making of the frame and all waiting. */
  readonly wallMs: number;
  readonly hint: string;
}

/** What the page hands its Worker, and how large (`judge/judge-client.ts`). */
const asked = {
  document: { wholeSidePx: 320, detailSidePx: 320 },
  face: { wholeSidePx: 640, detailSidePx: 0 },
} as const;

interface Running {
  readonly ask: (times: number) => Promise<{ wallMs: number; hint: string }>;
}

/** Addresses of the Worker's script and of the two nets' weights. */
export interface BuiltJudge {
  readonly worker: string;
  readonly weights: { readonly detector: string; readonly points: string };
}

/** The built Worker in a browser at its own speed, with one frame of a camera again and again. */
export async function measureJudge(
  browser: Browser,
  link: string,
  kind: keyof typeof asked,
  frame: Buffer,
  built: BuiltJudge,
): Promise<JudgeTime> {
  const { page, close } = await openPhone(browser, { cpu: false, network: false });
  await page.goto(link);
  await page.locator('button.primary').first().waitFor();
  const judge = await startJudge(page, kind, frame, built);
  await judge.evaluate((running, times) => running.ask(times), warmUp);
  const before = await workerThreadMs();
  const answer = await judge.evaluate((running, times) => running.ask(times), frames);
  const after = await workerThreadMs();
  await close();
  const { wallMs, hint } = z.object({ wallMs: z.number(), hint: z.string() }).parse(answer);
  const cpuMs = before === null || after === null ? null : (after - before) / frames;
  return { cpuMs, wallMs, hint };
}

function startJudge(
  page: Page,
  kind: keyof typeof asked,
  frame: Buffer,
  built: BuiltJudge,
): Promise<JSHandle<Running>> {
  return page.evaluateHandle(
    async ({ ask, jpeg, wholeSidePx, detailSidePx, built: names }): Promise<Running> => {
      interface Policy {
        createScriptURL(url: string): string;
      }
      const types = Reflect.get(globalThis, 'trustedTypes') as {
        createPolicy(name: string, rules: Policy): Policy;
      };
      const policy = types.createPolicy('bench', { createScriptURL: (url) => url });
      const worker = new Worker(policy.createScriptURL(names.worker));
      const bytes = Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0));
      const camera = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
      const one = (request: Record<string, unknown>, hand: Transferable[]) =>
        new Promise<Record<string, unknown>>((resolve, reject) => {
          worker.onmessage = ({ data: reply }: MessageEvent<Record<string, unknown>>) =>
            resolve(reply);
          worker.onerror = () => reject(new Error('the Worker failed'));
          worker.postMessage({ id: 1, ...request }, hand);
        });
      const part = (left: number, top: number, width: number, height: number, side: number) => {
        const scale = Math.min(1, side / Math.max(width, height));
        return createImageBitmap(camera, left, top, width, height, {
          resizeWidth: Math.round(width * scale),
          resizeHeight: Math.round(height * scale),
          resizeQuality: 'medium',
        });
      };
      const look = async (): Promise<string> => {
        const { width, height } = camera;
        const whole = await part(0, 0, width, height, wholeSidePx);
        const side = detailSidePx;
        const detail =
          side === 0
            ? null
            : await part((width - side) >> 1, (height - side) >> 1, side, side, side);
        const reply = await one(
          {
            ask,
            whole: { kind: 'bitmap', bitmap: whole },
            ...(detail === null ? {} : { detail: { kind: 'bitmap', bitmap: detail } }),
          },
          detail === null ? [whole] : [whole, detail],
        );
        const { hint } = (reply['look'] ?? {}) as { hint?: unknown };
        if (typeof hint !== 'string') throw new Error(`no look: ${JSON.stringify(reply)}`);
        return hint;
      };
      if (ask === 'face') {
        const loaded = await one({ ask: 'load_face', ...names.weights }, []);
        if (loaded['kind'] !== 'face_loaded') throw new Error(JSON.stringify(loaded));
      }
      return {
        async ask(times) {
          let hint = '';
          const began = performance.now();
          for (let turn = 0; turn < times; turn += 1) hint = await look();
          return { wallMs: (performance.now() - began) / times, hint };
        },
      };
    },
    { ask: kind, jpeg: frame.toString('base64'), ...asked[kind], built },
  );
}
