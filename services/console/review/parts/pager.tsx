import { useLocation, useNavigate } from '@tanstack/react-router';
import { withoutEmpty } from '../address/search-params';
import { useAfter } from '../address/use-after';
import { Button } from './button';
import { useShortcut } from './shortcut';
import { useText } from './words';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Of a list's pages: where those before began. They go with the entry, so that "back" has them again. */
    readonly cursors?: readonly string[];
  }
}

interface PagerProps {
  /** The cursor behind this page; null where it is the last. */
  readonly next: string | null | undefined;
}

/** Through a list's pages; which one is shown stands in the address (`after`). */
export function Pager({ next }: PagerProps) {
  const t = useText();
  const navigate = useNavigate();
  const after = useAfter();
  const cursors = useLocation().state.cursors ?? [];
  const go = (to: string, before: readonly string[]): void => {
    void navigate({
      to: '.',
      search: (search: Readonly<Record<string, unknown>>) => withoutEmpty({ ...search, after: to }),
      state: (state) => ({ ...state, cursors: before }),
    });
  };
  const hasNext = typeof next === 'string';
  const hasPrevious = after !== '';
  const forward = (): void => {
    if (hasNext) go(next, [...cursors, after]);
  };
  // Whoever came by a link knows no pages before it, only the first.
  const back = (): void => {
    if (hasPrevious) go(cursors.at(-1) ?? '', cursors.slice(0, -1));
  };
  useShortcut(hasNext ? { keys: ']', label: t('shortcut.next_page'), run: forward } : null);
  useShortcut(hasPrevious ? { keys: '[', label: t('shortcut.previous_page'), run: back } : null);
  if (!hasNext && !hasPrevious) return null;
  return (
    <nav className="pager" aria-label={t('pager.name')}>
      <Button isSmall isDisabled={!hasPrevious} onPress={back}>
        {t('pager.previous')}
      </Button>
      <Button isSmall isDisabled={!hasNext} onPress={forward}>
        {t('pager.next')}
      </Button>
    </nav>
  );
}
