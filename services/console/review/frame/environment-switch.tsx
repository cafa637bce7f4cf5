import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useService } from '../api/context';
import { Problem } from '../parts/problem';
import { useText } from '../parts/words';
import { useMe, type Environment } from '../session/me';
import { tellOtherTabs } from '../session/other-tabs';

/** Live or sandbox: one colour each, all over the frame, so that nobody decides in the wrong one. */
export function EnvironmentSwitch() {
  const t = useText();
  const { environment, environments } = useMe();
  const { mutate, isPending, error } = useSwitch();
  if (environments.length < 2) {
    return <p className="environment-name">{t(`environment.${environment}`)}</p>;
  }
  return (
    <>
      <div className="environments" role="group" aria-label={t('environment.name')}>
        {environments.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === environment}
            data-environment={one}
            disabled={isPending}
            onClick={() => {
              if (one !== environment) mutate(one);
            }}
          >
            {t(`environment.${one}`)}
          </button>
        ))}
      </div>
      {error === null ? null : <Problem cause={error} />}
    </>
  );
}

function useSwitch() {
  const { api, streams } = useService();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (environment: Environment) =>
      api.ask('POST /api/v1/console/environment', { body: { environment } }),
    onSuccess: async () => {
      // A thing that was open is not there in the other one, and nothing of this one may be shown in it.
      tellOtherTabs();
      streams.renew();
      await navigate({ to: '/' });
      await client.resetQueries();
    },
  });
}
