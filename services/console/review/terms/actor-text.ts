import type { Actor } from '../../../../shared/temporal/session-messages';
import type { Translate } from '../texts';

const known: Readonly<Record<Actor['kind'], true>> = {
  api_key: true,
  operator: true,
  person: true,
  reviewer: true,
  system: true,
};

function isKnown(kind: string): kind is Actor['kind'] {
  return Object.hasOwn(known, kind);
}

/** Who did something, where no name is known. A kind of a later version goes by its own name. */
export function actorText(kind: string, t: Translate): string {
  return isKnown(kind) ? t(`terms.actor.${kind}`) : kind;
}
