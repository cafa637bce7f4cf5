import { z } from 'zod';
import { isId, type SessionId } from '../../shared/domain/ids';

/** Ids, codes and numbers of what activities are asked and answer: all that a line may tell of them. */
type Facts = Readonly<Record<string, string | number | readonly string[]>>;

const word = z.string().regex(/^[a-z][a-z0-9_:-]{0,63}$/i);
const sessionId = z.custom<SessionId>((id) => typeof id === 'string' && isId('session', id));
const sessionArgument = z.union([
  sessionId,
  z.object({ sessionId }).transform((ref) => ref.sessionId),
]);

/** Whose rows an activity works on, where its argument names a session. */
export function sessionOf([argument]: readonly unknown[]): SessionId | undefined {
  return sessionArgument.safeParse(argument).data;
}

const commit = z
  .object({
    sequence: z.number(),
    event: z.object({ type: word }),
    from: word,
    state: z.object({ status: word, attempt: z.number() }),
  })
  .transform(({ sequence, event, from, state }) => ({
    event: event.type,
    from,
    to: state.status,
    attempt: state.attempt,
    sequence,
  }));

const checkRequest = z
  .object({ attempt: z.number(), checks: z.array(z.object({ check: word })) })
  .transform(({ attempt, checks }) => ({ attempt, checks: checks.map(({ check }) => check) }));

const outcomes = z.array(z.object({ check: word, status: word }));
const checkResult = z
  .union([outcomes, z.object({ outcomes }).transform((round) => round.outcomes)])
  .transform((all) => ({ outcomes: all.map(({ check, status }) => `${check}:${status}`) }));

const attemptOf = z.object({ attempt: z.number() }).transform(({ attempt }) => ({ attempt }));

const none = z.unknown().transform((): Facts => ({}));

/** What an activity was asked to do; nothing where its argument has another form. */
export function argumentFacts(activity: string, [argument]: readonly unknown[]): Facts {
  return z.union([schemaOf(activity), none]).parse(argument);
}

export function resultFacts(activity: string, result: unknown): Facts {
  return z.union([isCheck(activity) ? checkResult : none, none]).parse(result);
}

function schemaOf(activity: string): z.ZodType<Facts> {
  if (activity === 'commitTransition') return commit;
  if (isCheck(activity)) return checkRequest;
  return attemptOf;
}

function isCheck(activity: string): boolean {
  return /^run(Document|Face|Record)?Checks$/.test(activity);
}
