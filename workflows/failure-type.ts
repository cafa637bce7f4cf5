import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';

/** An activity's failure code; a local activity's failure comes as it was thrown, a remote one's wrapped. */
export function failureTypeOf(cause: unknown): string | undefined {
  const failure = cause instanceof ActivityFailure ? cause.cause : cause;
  return failure instanceof ApplicationFailure ? (failure.type ?? undefined) : undefined;
}
