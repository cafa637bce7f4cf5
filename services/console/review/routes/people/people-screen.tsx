import { useState } from 'react';
import { useList } from '../../api/use-list';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Empty } from '../../parts/empty';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { useShortcut } from '../../parts/shortcut';
import { Table, type Column } from '../../parts/table';
import { Time } from '../../parts/time';
import { useText } from '../../parts/words';
import { roleText } from '../../session/role';
import type { Translate } from '../../texts';
import { InvitePerson } from './invite-person';
import { standingOf, standingTones, type User } from './user';

/** Who may sign in to the console, and as what. */
export function PeopleScreen() {
  const t = useText();
  const { rows, next, problem, retry } = useList('GET /api/v1/users', {});
  const [isInviting, setInviting] = useState(false);
  const invite = (): void => setInviting(true);
  useShortcut({ keys: 'c', label: t('people.invite'), run: invite });
  return (
    <Page
      title={t('nav.people')}
      lead={t('people.lead')}
      actions={
        <Button kind="main" onPress={invite}>
          {t('people.invite')}
        </Button>
      }
    >
      <Table
        caption={t('nav.people')}
        columns={columnsOf(t)}
        rows={rows}
        rowKey={({ id }) => id}
        rowLink={({ id }) => ({ to: '/people/$id', params: { id } })}
        problem={problem}
        onRetry={retry}
        empty={<Empty title={t('people.none')} />}
      />
      <Pager next={next} />
      <InvitePerson isOpen={isInviting} onClose={() => setInviting(false)} />
    </Page>
  );
}

function columnsOf(t: Translate): readonly Column<User>[] {
  return [
    {
      key: 'name',
      header: t('people.name'),
      cell: ({ name, email }) => (
        <>
          <span className="cell-main">{name}</span>
          {email === null ? null : <span className="cell-sub cell-line">{email}</span>}
        </>
      ),
    },
    { key: 'role', header: t('people.role'), isShort: true, cell: ({ role }) => roleText(role, t) },
    {
      key: 'standing',
      header: t('people.standing'),
      cell: (user) => {
        const standing = standingOf(user);
        return <Badge tone={standingTones[standing]}>{t(`people.standing.${standing}`)}</Badge>;
      },
    },
    {
      key: 'totp',
      header: t('people.second_factor'),
      cell: ({ totp }) =>
        totp === true ? (
          t('people.second_factor.yes')
        ) : (
          <span className="soft">{t('people.second_factor.no')}</span>
        ),
    },
    {
      key: 'last',
      header: t('people.last_sign_in'),
      cell: ({ last_login_at: at }) =>
        at === null ? <span className="soft">{t('people.never')}</span> : <Time at={at} />,
    },
  ];
}
