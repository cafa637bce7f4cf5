import { embeddedUrl, readMessage, type VerifaMessage } from './message';

const helloEveryMs = 250;
/** The page says `ready` well within it, or something keeps it from loading here. */
const readyWithinMs = 8_000;

export interface Frame {
  readonly element: HTMLIFrameElement;
  /** Nothing is heard afterwards. */
  stop(): void;
}

/**
 * The person's page in a frame. It speaks only to whoever greeted it, and is greeted until it answers: nobody can
 * know when its script is there. What comes from another window or origin is not its word.
 */
export function createFrame(
  captureUrl: string,
  title: string,
  isModal: boolean,
  onMessage: (message: VerifaMessage) => void,
  onSilence: () => void,
): Frame {
  const url = embeddedUrl(captureUrl, isModal ? 'modal' : '1');
  const element = document.createElement('iframe');
  element.allow = 'camera; fullscreen';
  element.title = title;
  element.referrerPolicy = 'no-referrer';
  element.src = url.href;
  // By the object model: a page whose policy refuses inline styles takes it too.
  element.style.cssText = 'border:0;width:100%;flex:1;display:block';

  const hear = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (source === null || source !== element.contentWindow || origin !== url.origin) return;
    const message = readMessage(data);
    if (message === null) return;
    answered();
    onMessage(message);
  };
  let greeting: ReturnType<typeof setInterval> | undefined;
  const greet = (): void => {
    clearInterval(greeting);
    greeting = setInterval(() => {
      element.contentWindow?.postMessage({ target: 'verifa', type: 'hello' }, url.origin);
    }, helloEveryMs);
  };
  const silence = setTimeout(onSilence, readyWithinMs);
  const answered = (): void => {
    clearInterval(greeting);
    clearTimeout(silence);
  };
  greet();
  // Whoever reloads it, or takes the session back from a phone, has a page that nobody has greeted yet.
  element.addEventListener('load', greet);
  addEventListener('message', hear);
  return {
    element,
    stop() {
      answered();
      element.removeEventListener('load', greet);
      removeEventListener('message', hear);
    },
  };
}
