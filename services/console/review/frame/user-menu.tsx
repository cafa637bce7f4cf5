import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useService } from '../api/context';
import { Icon } from '../parts/icon';
import { useText } from '../parts/words';
import { roleText } from '../session/role';
import { meKey, useMe } from '../session/me';

/** Who is signed in, as what, and the way out. */
export function UserMenu() {
  const t = useText();
  const { user } = useMe();
  const { api } = useService();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.askOpenly('POST /api/v1/console/logout'),
    // Nothing of what was shown stays in this browser's memory, whatever the API answered.
    onSettled: async () => {
      client.clear();
      await client.refetchQueries({ queryKey: meKey });
      location.reload();
    },
  });
  return (
    <div className="user">
      <div className="user-text">
        <span className="user-name">{user.name}</span>
        <span className="soft">{roleText(user.role, t)}</span>
      </div>
      <button
        type="button"
        className="quiet-button"
        aria-label={t('sign_out')}
        title={t('sign_out')}
        disabled={isPending}
        onClick={() => mutate()}
      >
        <Icon name="leave" />
      </button>
    </div>
  );
}
