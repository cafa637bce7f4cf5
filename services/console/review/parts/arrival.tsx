import {
  createContext,
  useContext,
  useEffect,
  useRef,
  type ReactNode,
  type RefObject,
} from 'react';

const context = createContext<RefObject<boolean>>({ current: false });

/** Remembers whether a screen has been shown before in this page. */
export function ArrivalProvider({ children }: { readonly children: ReactNode }) {
  const hasArrived = useRef(false);
  return <context.Provider value={hasArrived}>{children}</context.Provider>;
}

/**
 * Has the focus at a screen's title when somebody comes to it from another one, whose link or row is gone or means
 * nothing here; the first screen leaves it where the browser has it.
 */
export function useArrival(title: RefObject<HTMLElement | null>): void {
  const hasArrived = useContext(context);
  useEffect(() => {
    if (hasArrived.current) title.current?.focus({ preventScroll: true });
    hasArrived.current = true;
  }, [hasArrived, title]);
}
