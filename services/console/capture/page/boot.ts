import { createEmbedder, type Embedder } from '../embed/embedder';
import { readPageAssets, type PageAssets } from '../page-assets';
import { createCaptureApi, type CaptureApi } from '../server/capture-api';
import type { CaptureState } from '../server/capture-state';
import { createPageSecret, linkKeyOf, type SecretStore } from '../server/page-secret';
import { askState, type Answered } from './answered';
import { createPageSignals, type PageSignals } from '../signals/page-signals';

/** What the page starts with; made once, from the document it stands in. */
export interface Boot {
  readonly assets: PageAssets;
  readonly api: CaptureApi;
  /** Names this link in what the device keeps. */
  readonly link: string;
  readonly signals: PageSignals;
  readonly embedder: Embedder;
  /** Tells other tabs of this link that something has changed, and hears it from them. */
  readonly otherTabs: OtherTabs;
  /** What the person typed and has not sent: in this page's memory alone. */
  readonly drafts: Map<string, string>;
  /** Of the question that is asked while the words load; null once it has failed, and is to be asked again. */
  readonly firstAnswer: () => Promise<Answered> | null;
  readonly onState: (state: CaptureState) => void;
  readonly onWords: () => void;
}

export interface OtherTabs {
  tell(): void;
  listen(onChange: () => void): () => void;
}

const answerWithinMs = 20_000;

export function createBoot(root: HTMLElement, onWords: () => void): Boot {
  const base = location.pathname.replace(/\/$/, '');
  const link = linkKeyOf(base.slice(base.lastIndexOf('/') + 1));
  const assets = readPageAssets(root.dataset, document.documentElement.lang);
  const secret = createPageSecret(stores(), link, (bytes) => crypto.getRandomValues(bytes));
  const api = createCaptureApi({
    base,
    fetch: (input, init) => fetch(input, init),
    secret: secret.kept,
    timeoutMs: answerWithinMs,
  });
  let firstAnswer: Promise<Answered> | null = askState(api);
  firstAnswer.catch(() => {
    firstAnswer = null;
  });
  const embedder: Embedder = createEmbedder({
    own: window,
    parent: window.parent,
    embeddable: assets.embeddable,
    isModal: new URLSearchParams(location.search).get('embed') === 'modal',
    onClose: () => embedder.tell({ type: 'close' }),
  });
  return {
    assets,
    api,
    link,
    embedder,
    signals: createPageSignals({ api, window, language: () => document.documentElement.lang }),
    otherTabs: createOtherTabs(link),
    drafts: new Map(),
    firstAnswer: () => firstAnswer,
    onState(state) {
      // The cookie did not come back: from here on the page says itself who it is.
      if (state.kind === 'live' && state.client === 'api' && !state.boundClient) secret.make();
    },
    onWords,
  };
}

/** A browser may refuse to name its storage at all. */
function stores(): readonly SecretStore[] {
  return [() => window.sessionStorage, () => window.localStorage].flatMap((name) => {
    try {
      return [name()];
    } catch {
      return [];
    }
  });
}

function createOtherTabs(link: string): OtherTabs {
  if (typeof BroadcastChannel === 'undefined') {
    return { tell: () => undefined, listen: () => () => undefined };
  }
  const channel = new BroadcastChannel(`verifa-${link}`);
  return {
    tell: () => channel.postMessage('changed'),
    listen(onChange) {
      channel.addEventListener('message', onChange);
      return () => channel.removeEventListener('message', onChange);
    },
  };
}
