import { createFrame } from './frame';
import { pageUrl, type VerifaMessage } from './message';
import { openModal } from './modal';

export interface VerifaOptions {
  /** Of the session, as it was created or linked anew: whoever has it is the person. */
  readonly captureUrl: string;
  /** `redirect` leaves this page, and comes back by the session's `redirect_url`. Default: `modal`. */
  readonly mode?: 'modal' | 'inline' | 'redirect';
  /** Of `inline`: what the page is put into. */
  readonly container?: HTMLElement;
  /** What assistive technology calls the page, and its close button. Default: English. */
  readonly labels?: { readonly title?: string; readonly close?: string };
  /** A step has begun, by its name. */
  readonly onStep?: (step: string) => void;
  /** Everything was sent. How it was decided, the webhook says: this message proves nothing. */
  readonly onComplete?: (done: { sessionId: string | null; status: string | null }) => void;
  /** `ready_timeout` (also where the organisation's `allowed_origins` lack this page), `expired`, or the page's. */
  readonly onError?: (error: { code: string }) => void;
  /** The page is gone from the screen, for whatever reason; once. */
  readonly onClose?: () => void;
}

export interface VerifaHandle {
  close(): void;
}

/** Opens the person's page of a session. The session goes on at the same address when it is closed early. */
export function open(options: VerifaOptions): VerifaHandle {
  const { captureUrl, mode = 'modal', container, labels = {} } = options;
  const { title = 'Identity verification', close: closeLabel = 'Close' } = labels;
  // A browser without dialogs gets the page all the same.
  if (mode === 'redirect' || (mode === 'modal' && !('showModal' in HTMLDialogElement.prototype))) {
    location.assign(pageUrl(captureUrl).href);
    return { close: () => undefined };
  }
  if (mode === 'inline' && container === undefined) throw new TypeError('container is missing');

  const frame = createFrame(captureUrl, title, mode === 'modal', hear, () =>
    options.onError?.({ code: 'ready_timeout' }),
  );
  let isClosed = false;
  const shown =
    container !== undefined && mode === 'inline'
      ? putInto(container, frame.element)
      : openModal(frame.element, { title, close: closeLabel }, close);

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    frame.stop();
    shown.remove();
    options.onClose?.();
  }

  function hear(message: VerifaMessage): void {
    switch (message.type) {
      case 'ready':
        return;
      case 'step':
        if (message.step !== null) options.onStep?.(message.step);
        return;
      case 'resize':
        if (mode === 'inline' && message.height !== null) {
          frame.element.style.height = `${String(message.height)}px`;
        }
        return;
      case 'complete':
        options.onComplete?.({ sessionId: message.sessionId, status: message.status });
        return;
      case 'expired':
        options.onError?.({ code: 'expired' });
        return;
      case 'error':
        options.onError?.({ code: message.code ?? 'unknown' });
        return;
      case 'close':
        close();
    }
  }
  return { close };
}

function putInto(container: HTMLElement, element: HTMLElement): { remove(): void } {
  element.style.minHeight = '640px';
  container.append(element);
  return { remove: () => element.remove() };
}
