import type { ItemOf } from '../../../../client/src/route-types';
import type { Tone } from '../../parts/badge';

export type User = ItemOf<'GET /api/v1/users'>;

export type Standing = 'active' | 'invited' | 'disabled';

/** Whether somebody may sign in, and has yet been able to. */
export function standingOf({ active, set_up: isSetUp }: Pick<User, 'active' | 'set_up'>): Standing {
  if (!active) return 'disabled';
  return isSetUp === false ? 'invited' : 'active';
}

export const standingTones: Readonly<Record<Standing, Tone>> = {
  active: 'good',
  invited: 'info',
  disabled: 'quiet',
};
