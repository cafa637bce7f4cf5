import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';

/** A key, or several one after the other: `N`, `?`, `g c`. */
export interface Shortcut {
  readonly keys: string;
  /** What it does, for the list behind `?`. */
  readonly label: string;
  readonly run: () => void;
  /** Works while a dialog is open, such as `Enter` in one. */
  readonly inDialog?: boolean;
}

interface Shortcuts {
  readonly add: (shortcut: Shortcut) => () => void;
  readonly all: () => readonly Shortcut[];
  readonly areOn: boolean;
  readonly turn: (on: boolean) => void;
}

const context = createContext<Shortcuts | null>(null);
const offKey = 'verifa-console-shortcuts';
const sequenceWithinMs = 1_000;

export function useShortcuts(): Shortcuts {
  const shortcuts = useContext(context);
  if (shortcuts === null) throw new Error('outside of the console');
  return shortcuts;
}

/** Works for as long as the part that says so is shown; null: not now. */
export function useShortcut(shortcut: Shortcut | null): void {
  const { add } = useShortcuts();
  const latest = useRef(shortcut);
  useEffect(() => {
    latest.current = shortcut;
  });
  const keys = shortcut?.keys;
  const label = shortcut?.label;
  const inDialog = shortcut?.inDialog ?? false;
  useEffect(() => {
    if (keys === undefined || label === undefined) return undefined;
    return add({ keys, label, inDialog, run: () => latest.current?.run() });
  }, [add, keys, label, inDialog]);
}

/**
 * Listens for single keys where no field has the focus (WCAG 2.1.4: they can be switched off). The one that was
 * added last wins: what lies on top answers.
 */
export function ShortcutProvider({ children }: { readonly children: ReactNode }) {
  const [areOn, setOn] = useState(() => localStorage.getItem(offKey) !== 'off');
  const registry = useRef<readonly Shortcut[]>([]);
  const value = useMemo<Shortcuts>(
    () => ({
      areOn,
      all: () => registry.current,
      add(shortcut) {
        registry.current = [...registry.current, shortcut];
        return () => {
          registry.current = registry.current.filter((one) => one !== shortcut);
        };
      },
      turn(on) {
        localStorage.setItem(offKey, on ? 'on' : 'off');
        setOn(on);
      },
    }),
    [areOn],
  );
  useEffect(() => {
    if (!areOn) return undefined;
    let pressed: { readonly keys: string; readonly at: number } | null = null;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const isRecent = pressed !== null && event.timeStamp - pressed.at < sequenceWithinMs;
      const sequence = isRecent ? `${pressed?.keys ?? ''} ${event.key}` : event.key;
      const found = match(registry.current, sequence) ?? match(registry.current, event.key);
      pressed = found === undefined ? { keys: event.key, at: event.timeStamp } : null;
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [areOn]);
  return <context.Provider value={value}>{children}</context.Provider>;
}

function match(all: readonly Shortcut[], pressed: string): Shortcut | undefined {
  const isCovered = document.querySelector('[role=dialog], [role=alertdialog]') !== null;
  return all.findLast(
    ({ keys, inDialog = false }) =>
      keys.toLowerCase() === pressed.toLowerCase() && (inDialog || !isCovered),
  );
}

/** Where letters mean themselves: fields, and lists that are searched by typing. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=listbox], [role=menu], [role=combobox]',
    ) !== null
  );
}
