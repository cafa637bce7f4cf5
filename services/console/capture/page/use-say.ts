import { useMemo, useState } from 'preact/hooks';
import { createSaying, type Say } from './saying';

export function useSay(): { readonly said: string; readonly say: Say } {
  const [said, setSaid] = useState('');
  const say = useMemo(
    () =>
      createSaying(
        setSaid,
        () => performance.now(),
        (ms, work) => setTimeout(work, ms),
      ),
    [],
  );
  return { said, say };
}
