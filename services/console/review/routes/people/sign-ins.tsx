import type { AnswerOf } from '../../../../client/src/route-types';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Empty } from '../../parts/empty';
import { Problem } from '../../parts/problem';
import { Table, type Column } from '../../parts/table';
import { Time } from '../../parts/time';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import type { Translate } from '../../texts';

type SignIn = AnswerOf<'GET /api/v1/users/{id}/sessions'>['data'][number];

/** Each browser that somebody has signed in with of late; one that is not theirs is ended here. */
export function SignIns({ userId }: { readonly userId: string }) {
  const t = useText();
  const maySee = useMay('users:write');
  const params = { id: userId };
  const { data, error, refetch } = useRead(
    'GET /api/v1/users/{id}/sessions',
    { params },
    { enabled: maySee },
  );
  const end = useWrite('DELETE /api/v1/users/{id}/sessions/{sessionId}', {
    invalidates: ['/api/v1/users'],
  });
  if (!maySee) return null;
  return (
    <section className="stack">
      <h2>{t('sign_ins.title')}</h2>
      {end.error === null ? null : <Problem cause={end.error} />}
      <Table
        caption={t('sign_ins.title')}
        columns={columnsOf(t, end.isPending, (id) =>
          end.mutate({ params: { id: userId, sessionId: id } }),
        )}
        rows={data?.data}
        rowKey={({ id }) => id}
        problem={error}
        onRetry={() => void refetch()}
        empty={<Empty title={t('sign_ins.none')} />}
      />
    </section>
  );
}

function columnsOf(
  t: Translate,
  isPending: boolean,
  onEnd: (id: string) => void,
): readonly Column<SignIn>[] {
  return [
    {
      key: 'began',
      header: t('sign_ins.began'),
      cell: ({ created_at: at }) => <Time at={at} />,
    },
    {
      key: 'by',
      header: t('sign_ins.by'),
      isShort: true,
      cell: ({ signed_in_by: by }) => t(`sign_ins.by.${by}`),
    },
    {
      key: 'seen',
      header: t('sign_ins.seen'),
      cell: ({ last_seen_at: at }) => <Time at={at} />,
    },
    {
      key: 'standing',
      header: t('people.standing'),
      cell: ({ active, current }) => (
        <Badge tone={active ? 'good' : 'quiet'}>
          {t(current ? 'sign_ins.current' : active ? 'sign_ins.active' : 'sign_ins.ended')}
        </Badge>
      ),
    },
    {
      key: 'actions',
      header: t('keys.actions'),
      isActions: true,
      cell: ({ id, active, current }) =>
        active && !current ? (
          <Button kind="quiet" isSmall isDisabled={isPending} onPress={() => onEnd(id)}>
            {t('sign_ins.end')}
          </Button>
        ) : null,
    },
  ];
}
