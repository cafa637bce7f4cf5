import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { CompleteAsyncError } from '@temporalio/activity';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import type { Logger } from 'pino';
import { errorCatalogue } from '../../shared/domain/errors/catalogue';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { errorFacts } from '../../shared/tracing/error-facts';

/**
 * What leaves an activity is a code of the catalogue and its own sentence: a driver's message may quote
 * a row, and histories are read by operators. The log gets the kind of error and its stack's frames.
 */
export function activityFailures(log: Logger): ActivityInboundCallsInterceptor {
  return {
    async execute(input, next) {
      try {
        return await next(input);
      } catch (cause) {
        if (
          cause instanceof ApplicationFailure ||
          cause instanceof CancelledFailure ||
          cause instanceof CompleteAsyncError ||
          isAbort(cause)
        ) {
          throw cause;
        }
        const code = cause instanceof VerifaError ? cause.code : 'internal_error';
        if (code === 'internal_error') log.error(errorFacts(cause), 'activity failed');
        const { message, retryable } = errorCatalogue[code];
        throw ApplicationFailure.create({ type: code, message, nonRetryable: !retryable });
      }
    },
  };
}

function isAbort(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError';
}
