import { useEffect, useMemo } from 'preact/hooks';
import { Trail } from './trail';

/**
 * Keeps the browser's history in step with the screen; `onStep` hears which screen a step back names.
 * While there is no screen worth an entry (loading, trouble) the key is null.
 */
export function useTrail(key: string | null, onStep: (key: string) => void): Trail {
  const trail = useMemo(() => new Trail(history), []);
  if (key !== null) trail.show(key);
  useEffect(() => {
    const step = ({ state }: PopStateEvent): void => {
      const back = trail.stepped(state);
      if (back !== null) onStep(back);
    };
    addEventListener('popstate', step);
    return () => removeEventListener('popstate', step);
  }, [trail, onStep]);
  return trail;
}
