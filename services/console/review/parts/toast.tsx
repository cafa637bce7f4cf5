import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useText } from './words';

type ToastTone = 'good' | 'bad';
interface Shown {
  readonly id: number;
  readonly text: string;
  readonly tone: ToastTone;
}
type Say = (text: string, tone?: ToastTone) => void;

const context = createContext<Say>(() => undefined);
const shownForMs = 6_000;

/** Says in a corner that something was done; what went wrong stands where it was asked for instead. */
export function useToast(): Say {
  return useContext(context);
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const close = useCallback(
    (id: number) => setShown((before) => before.filter((one) => one.id !== id)),
    [],
  );
  const say = useMemo<Say>(() => {
    let last = 0;
    return (text, tone = 'good') => {
      last += 1;
      const id = last;
      setShown((before) => [...before.slice(-2), { id, text, tone }]);
      setTimeout(() => close(id), shownForMs);
    };
  }, [close]);
  return (
    <context.Provider value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite" data-react-aria-top-layer="true">
        {shown.map(({ id, text, tone }) => (
          <div key={id} className="toast" data-tone={tone}>
            <span>{text}</span>
            <button type="button" aria-label={t('toast.close')} onClick={() => close(id)}>
              ×
            </button>
          </div>
        ))}
      </div>
    </context.Provider>
  );
}
