import type { LiveState } from './server/capture-state';
import type { CaptureApi } from './server/capture-api';
import type { Signals } from './signals/signals';
import type { Way } from './flow/trouble';
import type { Say } from './page/saying';
import type { Translate } from './texts';
import type { PageAssets } from './page-assets';

/** How a step itself goes a way that its trouble offers; the others are the page's. */
export type WayHandlers = Readonly<Partial<Record<Way, () => void>>>;

/** What every step of a live capture is given. */
export interface StepProps {
  readonly state: LiveState;
  readonly api: CaptureApi;
  readonly t: Translate;
  /** BCP 47, of the sentences. */
  readonly language: string;
  /** Names this link in what is kept on the device; it does not give the link away. */
  readonly link: string;
  readonly assets: PageAssets;
  readonly signals: Signals;
  /** The step is done: asks the server what is next, and shows it. */
  readonly next: () => Promise<void>;
  /** Shows what went wrong in the step's place: a `Refusal`, or whatever was thrown. */
  readonly trouble: (cause: unknown, ways?: WayHandlers) => void;
  /** Says it to a screen reader, politely; the same words again are not repeated. */
  readonly say: Say;
  /** Tells the page that embeds this one of a trouble that it can mend, by its code. */
  readonly tellEmbedder: (code: string) => void;
  /** Hands the capture to another device; undefined where that is switched off. */
  readonly otherDevice: (() => void) | undefined;
}
