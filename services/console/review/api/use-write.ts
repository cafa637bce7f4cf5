import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { AnswerOf, Route, RouteOptions } from '../../../client/src/route-types';
import type { LooseOptions } from './api';
import { useService } from './context';
import { isUnder } from './keys';
import { newKey } from './new-key';
import { Unreachable } from './problem';

export type WriteRoute = Exclude<Route, `GET ${string}`>;

export interface WriteSettings<Answer> {
  /** Paths whose answers are asked for again, e.g. `/api/v1/cases`. */
  readonly invalidates?: readonly string[];
  onDone?(answer: Answer): void;
}

/** A change, and how the last try of it went. */
export interface Write<Options, Answer> {
  readonly mutate: (options: Options) => void;
  readonly mutateAsync: (options: Options) => Promise<Answer>;
  readonly reset: () => void;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly data: Answer | undefined;
}

/** A change by the API. What it is refused for is in `error`; forms place it at their fields. */
export function useWrite<R extends WriteRoute>(
  route: R,
  settings?: WriteSettings<AnswerOf<R>>,
): Write<RouteOptions<R>, AnswerOf<R>>;
export function useWrite(
  route: string,
  settings: WriteSettings<unknown> = {},
): Write<never, unknown> {
  const { invalidates = [] } = settings;
  const { api } = useService();
  const client = useQueryClient();
  const keyFor = useKeptKey();
  const underWay = useRef<ReadonlySet<string>>(new Set());
  const write = useMutation({
    mutationFn: async (options: LooseOptions) => {
      const idempotencyKey = keyFor.next(options);
      try {
        return await api.ask(route, { idempotencyKey, ...options });
      } catch (cause) {
        if (cause instanceof Unreachable) keyFor.keep(options, idempotencyKey);
        throw cause;
      }
    },
    onSuccess: async (answer) => {
      settings.onDone?.(answer);
      await client.invalidateQueries({ predicate: isUnder(invalidates) });
    },
    onSettled(_answer, _cause, options) {
      underWay.current = new Set([...underWay.current].filter((one) => one !== named(options)));
    },
  });
  const { mutate: begin } = write;
  const mutate = useCallback(
    (options: LooseOptions): void => {
      const asked = named(options);
      // A second press comes before the screen shows that the first one is under way: it is the same wish.
      if (underWay.current.has(asked)) return;
      underWay.current = new Set([...underWay.current, asked]);
      begin(options);
    },
    [begin],
  );
  return { ...write, mutate };
}

/** What is asked, for telling one wish from another. */
function named({ params, query, body, upload }: LooseOptions): string {
  return JSON.stringify([params, query, body, upload]);
}

/** Nobody knows whether a try without an answer was done: the same thing tried again goes under the same key. */
function useKeptKey() {
  const kept = useRef<{ readonly asked: string; readonly key: string } | null>(null);
  return {
    next(options: LooseOptions): string {
      const last = kept.current;
      kept.current = null;
      return last?.asked === named(options) ? last.key : newKey();
    },
    keep(options: LooseOptions, key: string): void {
      kept.current = { asked: named(options), key };
    },
  };
}
