import { z } from 'zod';
import { idPrefixes, type IdKind } from '../../../shared/domain/ids';

/** An id of one kind, as its type has it: the prefix is part of the contract, the rest is opaque. */
export function idOf<K extends IdKind>(kind: K) {
  return z.templateLiteral([idPrefixes[kind], z.string()]);
}

/** JSON writes a `Date` as ISO 8601 in UTC; the document says so. */
export const instant = z.date();

/** The same, written by the view itself. */
export const instantText = z.iso.datetime();

/** An object whose members are the caller's own, or a check's. */
export const freeObject = z.record(z.string(), z.unknown());

export const environment = z.enum(['live', 'sandbox']);

/** A file of a multipart body, as the document tells of it. */
export const file = z.string().meta({ format: 'binary' });
