import type { AnswerOf, BodyOf } from '../../../../client/src/route-types';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';

export type Organization = AnswerOf<'GET /api/v1/organization'>;
export type Settings = Organization['settings'];
export type SettingsChange = NonNullable<BodyOf<'PATCH /api/v1/organization'>['settings']>;

export const organizationPaths = ['/api/v1/organization', '/api/v1/console/me'] as const;

export function useOrganization() {
  return useRead('GET /api/v1/organization', {});
}

/** Saves what one form holds, and says so. */
export function useSave() {
  const t = useText();
  const toast = useToast();
  const { mutate, error, isPending } = useWrite('PATCH /api/v1/organization', {
    invalidates: organizationPaths,
    onDone: () => toast(t('settings.saved')),
  });
  return {
    problem: error,
    isPending,
    save: (settings: SettingsChange) => mutate({ body: { settings } }),
    rename: (name: string) => mutate({ body: { name } }),
  };
}
