import { useMutation } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { useService } from '../api/context';
import { isRefusedAs } from '../api/problem';
import { Icon } from '../parts/icon';
import { sentenceOf } from '../parts/problem';
import { useToast } from '../parts/toast';
import { useText } from '../parts/words';
import { roleText } from '../session/role';
import { useMe } from '../session/me';
import { tellOtherTabs } from '../session/other-tabs';

/** Where the OpenID provider signs people out, for who came from one. */
const signedOut = z.object({ logout_url: z.nullable(z.string()) });

/** Who is signed in, as what, and the way out. */
export function UserMenu() {
  const t = useText();
  const { user } = useMe();
  const { api, base } = useService();
  const toast = useToast();
  const leave = (to: string | null): void => {
    tellOtherTabs('signed_out');
    // Loaded anew, so that nothing of what was shown stays in this tab's memory.
    location.assign(to ?? `${base}/console`);
  };
  const { mutate, isPending } = useMutation({
    mutationFn: async () =>
      signedOut.parse(await api.askOpenly('POST /api/v1/console/logout')).logout_url,
    onSuccess: leave,
    onError(cause) {
      if (isRefusedAs(cause, 'signed_out')) leave(null);
      else toast(sentenceOf(cause, t), 'bad');
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
