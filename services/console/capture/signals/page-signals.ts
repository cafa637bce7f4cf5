import type { CaptureApi } from '../server/capture-api';
import type { Signals } from './signals';
import { createStepLog } from './step-log';

/** The server takes more; a person's page needs no more (`10-screens.md` §3.2). */
const mostBatches = 4;

interface SignalDeps {
  readonly api: Pick<CaptureApi, 'signals'>;
  readonly window: Window;
  readonly language: () => string;
}

export interface PageSignals extends Signals {
  /** Sends what has come together; lost ones are missed by nobody but the funnel, and no step waits for them. */
  send(batch: 'steps_only' | 'all'): Promise<void>;
}

/** Gathers what the page notices and sends it in a few batches, as the consent says. */
export function createPageSignals({ api, window, language }: SignalDeps): PageSignals {
  const log = createStepLog(() => performance.now());
  log.add('opened', 'shown');
  const pasted = new Set<string>();
  let [batches, hiddenCount, hiddenMs] = [0, 0, 0];
  let hiddenSince: number | null = null;
  let cameraLabel: string | null = null;
  let nonce: string | null = null;
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState === 'hidden') {
      hiddenCount += 1;
      hiddenSince = performance.now();
    } else if (hiddenSince !== null) {
      hiddenMs += performance.now() - hiddenSince;
      hiddenSince = null;
    }
  });
  const facts = (): Record<string, unknown> => {
    const { navigator, screen } = window;
    return {
      behaviour: {
        hidden_count: hiddenCount,
        hidden_ms: Math.round(hiddenMs),
        pasted_fields: [...pasted].slice(0, 32),
      },
      device: {
        webdriver: navigator.webdriver,
        ...(cameraLabel === null ? {} : { camera_label: cameraLabel.slice(0, 200) }),
        time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        languages: navigator.languages.slice(0, 16),
        screen: { width: screen.width, height: screen.height },
      },
    };
  };
  return {
    camera(label) {
      if (label !== '') cameraLabel = label;
    },
    pasted(field) {
      pasted.add(field.slice(0, 64));
    },
    step(step, outcome) {
      log.add(step, outcome);
    },
    async send(batch) {
      if (batches >= mostBatches) return;
      batches += 1;
      const steps = log.take();
      const body = {
        ...(batch === 'all' ? facts() : {}),
        ...(steps.length === 0 ? {} : { steps }),
        device_class: deviceClass(window),
        language: language(),
        ...(nonce === null ? {} : { nonce }),
      };
      nonce = await api.signals(body).catch(() => nonce);
    },
  };
}

function deviceClass(window: Window): 'phone' | 'tablet' | 'desktop' {
  if (window.matchMedia('(hover: hover) and (pointer: fine)').matches) return 'desktop';
  return window.innerWidth < 700 ? 'phone' : 'tablet';
}
