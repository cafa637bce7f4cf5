import { z } from 'zod';
import { userOwned } from '../../../shared/wire/user-owned';

const metadataLimitBytes = 16 * 1024;
const tagLimit = 50;

/** The integrator's own object, kept as sent. */
export const metadataSchema = userOwned(
  z
    .record(z.string(), z.unknown())
    .refine((metadata) => Buffer.byteLength(JSON.stringify(metadata)) <= metadataLimitBytes, {
      message: 'is larger than 16 KB',
      params: { code: 'too_big' },
    }),
);

export const externalRefSchema = z.string().min(1).max(255);
export const tagSchema = z.string().trim().min(1).max(100);

/** A set: the same tag twice counts once. */
export const tagsSchema = z
  .array(tagSchema)
  .transform((tags) => [...new Set(tags)])
  .refine((tags) => tags.length <= tagLimit, {
    message: `has more than ${String(tagLimit)} tags`,
    params: { code: 'too_big' },
  });

/** A link lives 5 minutes to 7 days (`1-lifecycle.md`). */
export const expiresInMinutesSchema = z.number().int().min(5).max(10_080);

/** Where the person goes afterwards: https; http only for a developer's own machine. Kept as browsers read it. */
export const redirectUrlSchema = z
  .string()
  .max(2_048)
  .refine(isRedirectUrl, {
    message: 'is not an https address (http is for localhost only)',
    params: { code: 'invalid_url' },
  })
  .meta({ format: 'uri', examples: ['https://shop.example/done'] })
  .transform((value) => new URL(value).href);

/** Where an invitation sends questions: https, kept as browsers read it. */
export const supportUrlSchema = z
  .string()
  .max(2_048)
  .refine((value) => isPlainUrl(value) && new URL(value).protocol === 'https:', {
    message: 'is not an https address',
    params: { code: 'invalid_url' },
  })
  .meta({ format: 'uri', examples: ['https://shop.example/help'] })
  .transform((value) => new URL(value).href);

/** Spaces, controls and backslashes, which browsers drop or turn round: an address with them looks like another. */
const misread = /[^!-~\u00A0-\u{10FFFF}]|\\/u;

/** Does it name another address to a reader than to what follows it? */
export function isMisread(value: string): boolean {
  return misread.test(value);
}

/** An address that says to everybody what it says to a browser, without credentials in it. */
function isPlainUrl(value: string): boolean {
  if (isMisread(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

function isRedirectUrl(value: string): boolean {
  if (!isPlainUrl(value)) return false;
  const url = new URL(value);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal);
}

/** Attempts are counted from one, in four bytes. */
export const attemptNumber = z.number().int().min(1).max(2_147_483_647);

/** The same where it comes as text. */
const attemptOfQuery = z.coerce
  .number()
  .pipe(attemptNumber)
  .meta({ type: 'integer', minimum: 1, maximum: 2_147_483_647 });

/** `?attempt=`: the newest where it is not named. */
export const attemptQuery = z.object({ attempt: attemptOfQuery.optional() });
