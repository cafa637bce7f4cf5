/** What of the browser's history the trail needs. */
export interface HistoryLike {
  readonly state: unknown;
  pushState(state: unknown, unused: string): void;
  replaceState(state: unknown, unused: string): void;
}

interface Mark {
  readonly index: number;
  readonly key: string;
}

/**
 * The screens as entries of the browser's history, so that its back button goes back one screen and never out
 * of the page by surprise. A screen that appears because of a step back takes that entry's place.
 */
export class Trail {
  #current: Mark | null = null;
  #stepped = false;
  readonly #history: HistoryLike;

  constructor(history: HistoryLike) {
    this.#history = history;
  }

  /** Whether there is one of our screens behind this one. */
  get canGoBack(): boolean {
    return (this.#current?.index ?? 0) > 0;
  }

  show(key: string): void {
    const before = this.#current ?? markOf(this.#history.state);
    const isSameEntry = this.#current === null || this.#stepped || before?.key === key;
    const index = (before?.index ?? 0) + (isSameEntry ? 0 : 1);
    this.#stepped = false;
    if (this.#current?.key === key && isSameEntry && markOf(this.#history.state) !== null) return;
    this.#current = { index, key };
    if (isSameEntry) this.#history.replaceState({ verifa: this.#current }, '');
    else this.#history.pushState({ verifa: this.#current }, '');
  }

  /** The browser moved to another entry: answers the screen that stood there. */
  stepped(state: unknown): string | null {
    const mark = markOf(state);
    if (mark === null) return null;
    this.#current = mark;
    this.#stepped = true;
    return mark.key;
  }
}

function markOf(state: unknown): Mark | null {
  if (typeof state !== 'object' || state === null || !('verifa' in state)) return null;
  const mark = state.verifa;
  if (typeof mark !== 'object' || mark === null) return null;
  if (!('index' in mark) || !('key' in mark)) return null;
  const { index, key } = mark;
  return typeof index === 'number' && typeof key === 'string' ? { index, key } : null;
}
