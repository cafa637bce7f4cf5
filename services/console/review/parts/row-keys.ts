import { useRef, type RefObject } from 'react';
import { useShortcut } from './shortcut';
import { useText } from './words';

/** `J` and `K` move the focus along the rows' links of the table whose body this is. */
export function useRowKeys(hasLinks: boolean): RefObject<HTMLTableSectionElement | null> {
  const t = useText();
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (by: 1 | -1) => (): void => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>('a.row-link') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by;
    links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
  };
  useShortcut(hasLinks ? { keys: 'j', label: t('shortcut.next_row'), run: move(1) } : null);
  useShortcut(hasLinks ? { keys: 'k', label: t('shortcut.previous_row'), run: move(-1) } : null);
  return body;
}
