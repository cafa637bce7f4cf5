import { z } from 'zod';
import type { AskedAgain } from '../../../shared/capture/asked-again';
import { askablePieces, isAskable } from '../../../shared/domain/capture/asked-pieces';
import { requirementsOf } from '../../../shared/capture/requirements';
import type { ApiDeps } from '../deps';
import type { Caller } from '../http/caller';
import { invalid } from '../http/parse';
import { reviewerField } from './case-actor';
import { findCase } from './find-case';

const longestMessage = 500;

const askedPiece = z.object({
  piece: z.enum(askablePieces),
  /** A machine code of the reviewer's own, for the page to translate. */
  reason_code: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/, 'must be a code in lower snake case')
    .nullish(),
  /** For the person to read: sealed, shown in the capture's `state`, erased with the session. */
  message: z.string().max(longestMessage).nullish(),
});

/** A piece by its name alone, or with the reason that the person is told. */
export const resubmitBodyAsSent = z.object({
  ...reviewerField,
  pieces: z
    .array(z.union([z.enum(askablePieces), askedPiece]))
    .min(1)
    .max(askablePieces.length),
});

const byName = z.preprocess(
  (given) => (typeof given === 'string' ? { piece: given } : given),
  askedPiece.transform(({ piece, reason_code: reasonCode, message }): AskedAgain => ({
    piece,
    reasonCode: reasonCode ?? null,
    message: message == null || message.trim() === '' ? null : message.trim(),
  })),
);

export const resubmitBody = z.object({
  ...reviewerField,
  pieces: z
    .array(byName)
    .min(1)
    .max(askablePieces.length)
    .superRefine((pieces, context) => {
      for (const [index, { piece }] of pieces.entries()) {
        if (pieces.findIndex((one) => one.piece === piece) === index) continue;
        const params = { code: 'duplicate' };
        context.addIssue({ code: 'custom', path: [index], message: 'is named twice', params });
      }
    }),
});

/**
 * Refuses a piece of which the workflow has nothing to ask: the person would be sent a link, and find
 * nothing to do.
 */
export async function requireAskable(
  { db }: Pick<ApiDeps, 'db'>,
  { caller, params }: { readonly caller: Caller; readonly params: { readonly id: string } },
  pieces: readonly AskedAgain[],
): Promise<void> {
  const { session } = await findCase(db, caller, params.id);
  const requirements = await requirementsOf(db, session);
  const idle = pieces.flatMap(({ piece }, index) =>
    isAskable(requirements, piece)
      ? []
      : [
          {
            field: `pieces.${String(index)}`,
            code: 'nothing_to_ask',
            message: 'is nothing that this workflow asks for',
          },
        ],
  );
  if (idle.length > 0) throw invalid(idle);
}
