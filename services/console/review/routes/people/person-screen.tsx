import { useParams } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { Badge } from '../../parts/badge';
import { CopyId } from '../../parts/copy-id';
import { Page } from '../../parts/page';
import { Problem } from '../../parts/problem';
import { ExactTime, Time } from '../../parts/time';
import { useText } from '../../parts/words';
import { roleText } from '../../session/role';
import { PersonActions } from './person-actions';
import { SignIns } from './sign-ins';
import { standingOf, standingTones, type User } from './user';

/** One person: what they may, and where they are signed in. */
export function PersonScreen() {
  const t = useText();
  const { id } = useParams({ from: '/signed-in/people/$id' });
  const { data: user, error, refetch } = useRead('GET /api/v1/users/{id}', { params: { id } });
  return (
    <Page
      title={user?.name ?? t('people.person')}
      back={{ to: '/people', text: t('nav.people') }}
      actions={user === undefined ? null : <PersonActions user={user} />}
    >
      {error === null ? null : <Problem cause={error} onRetry={() => void refetch()} />}
      {user === undefined ? null : <Facts user={user} />}
      <SignIns userId={id} />
    </Page>
  );
}

function Facts({ user }: { readonly user: User }) {
  const t = useText();
  const standing = standingOf(user);
  const facts = [
    [t('people.email'), user.email ?? '—'],
    [t('people.role'), roleText(user.role, t)],
    [
      t('people.standing'),
      <Badge key="standing" tone={standingTones[standing]}>
        {t(`people.standing.${standing}`)}
      </Badge>,
    ],
    [
      t('people.second_factor'),
      t(user.totp === true ? 'people.second_factor.yes' : 'people.second_factor.no'),
    ],
    [
      t('people.last_sign_in'),
      user.last_login_at === null ? t('people.never') : <Time key="last" at={user.last_login_at} />,
    ],
    [t('people.since'), <ExactTime key="since" at={user.created_at} />],
    [t('people.id'), <CopyId key="id" id={user.id} />],
  ] as const;
  return (
    <dl className="panel facts">
      {facts.map(([name, fact]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
