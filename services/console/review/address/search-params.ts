import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

type Patch = Readonly<Record<string, unknown>>;

/**
 * Changes the address's search as filters do: what they leave empty is left out, and the list begins again at its
 * first page. The screen's own schema reads it back.
 */
export function useSearchPatch(): (patch: Patch) => void {
  const navigate = useNavigate();
  return useCallback(
    (patch) => {
      void navigate({
        to: '.',
        replace: true,
        search: (before: Patch) => withoutEmpty({ ...before, after: undefined, ...patch }),
      });
    },
    [navigate],
  );
}

export function withoutEmpty(search: Patch): Patch {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  );
}
