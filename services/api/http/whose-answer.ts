import { isId, type CaseId, type IdentityId, type SessionId } from '../../../shared/domain/ids';
import type { ApiRequest } from './call';

/**
 * Whose personal data the stored answer of a keyed route may hold. `named`: of every session, case and
 * identity that its path or the answer names, whose erasure takes the answer along. `nobody`: it holds
 * nothing of a person, as the receipt of an erasure, which a repeat gets again.
 */
export type Whose = 'named' | 'nobody';

export interface Named {
  readonly sessions: readonly SessionId[];
  /** Theirs is the data of their sessions. */
  readonly cases: readonly CaseId[];
  readonly identities: readonly IdentityId[];
}

const idForm = /\b(?:ses|case|idn)_[0-9a-z]{26}\b/g;

/** Every id in the path and the answer, however deep: an answer without its subject's id has it in its path. */
export function namedIn(whose: Whose, request: ApiRequest, body: unknown): Named {
  const text = whose === 'nobody' ? '' : `${request.path} ${JSON.stringify(body ?? null)}`;
  const ids = [...new Set(text.match(idForm) ?? [])];
  return {
    sessions: ids.filter((id) => isId('session', id)),
    cases: ids.filter((id) => isId('case', id)),
    identities: ids.filter((id) => isId('identity', id)),
  };
}
