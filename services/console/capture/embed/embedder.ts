/** What the embedding page is told; no person, no picture, nothing that was typed. */
export interface EmbedMessage {
  readonly type: 'ready' | 'step' | 'resize' | 'complete' | 'expired' | 'error' | 'close';
  readonly session_id?: string;
  readonly status?: string;
  readonly step?: string;
  readonly code?: string;
  /** Of `resize`: how much room the page would like, in CSS pixels. */
  readonly height?: number;
}

export interface Embedder {
  readonly isEmbedded: boolean;
  /** The frame takes the height that `resize` asks for; a dialog has one of its own. */
  readonly isSized: boolean;
  tell(message: EmbedMessage): void;
}

interface EmbedPlan {
  /** This window, and the one around it; the same where nothing embeds the page. */
  readonly own: Window;
  readonly parent: Window;
  /** Origins whose pages the organisation lets embed this one. */
  readonly embeddable: readonly string[];
  /** In a dialog that is closed by Esc: no key that is pressed in here reaches it. */
  readonly isModal: boolean;
  /** The embedding page, or the person, wants to be rid of this one. */
  readonly onClose: () => void;
}

/** What happened before the embedding page said hello: it hears the last of each. */
const kept = ['ready', 'step', 'resize', 'complete', 'expired', 'error'] as const;

/**
 * Talks to the one origin that said `{target: "verifa", type: "hello"}` and that may embed the page; to nobody
 * before, and to no other afterwards. `document.referrer` would not do: embedders send none under `no-referrer`.
 */
export function createEmbedder({ own, parent, embeddable, isModal, onClose }: EmbedPlan): Embedder {
  const isEmbedded = parent !== own;
  if (!isEmbedded) return { isEmbedded, isSized: false, tell: () => undefined };
  let origin: string | null = null;
  const waiting = new Map<EmbedMessage['type'], EmbedMessage>();
  const post = (message: EmbedMessage): void => {
    if (origin !== null) parent.postMessage({ source: 'verifa', ...message }, origin);
  };
  if (isModal) {
    own.addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (key === 'Escape' && !defaultPrevented) onClose();
    });
  }
  own.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== parent || !embeddable.includes(event.origin)) return;
    const type = typeSaid(event.data);
    if (type === 'hello' && (origin === null || origin === event.origin)) {
      const isFirst = origin === null;
      origin = event.origin;
      if (!isFirst) return;
      for (const one of kept) {
        const message = waiting.get(one);
        if (message !== undefined) post(message);
      }
      waiting.clear();
    }
    if (type === 'close' && event.origin === origin) onClose();
  });
  return {
    isEmbedded,
    isSized: !isModal,
    tell(message) {
      if (origin === null) waiting.set(message.type, message);
      else post(message);
    },
  };
}

function typeSaid(data: unknown): 'hello' | 'close' | null {
  if (typeof data !== 'object' || data === null) return null;
  if (!('target' in data) || data.target !== 'verifa' || !('type' in data)) return null;
  return data.type === 'hello' || data.type === 'close' ? data.type : null;
}
