import { z } from 'zod';

/** Parts of the tools' inputs, and of what they hold back. Inputs tell a model what to send; the routes' own schemas judge it. */
export const page = {
  limit: z.number().int().min(1).max(100).optional().describe('At most so many. Default 50.'),
  offset: z.number().int().min(0).optional().describe('Skip so many. Default 0.'),
};

/**
 * A code, never a sentence: it goes to the audit log, where personal data has no place, and nothing
 * that a model wrote in prose could be kept out of it otherwise.
 */
export const reason = z
  .string()
  .regex(/^[a-z][a-z0-9_]{2,63}$/)
  .describe('Why, as a code in lower snake case for the audit log, e.g. customer_request.');

/**
 * What an integrator calls a person by. It counts as personal everywhere but in answers to the integrator
 * (`6-data-protection.md`), and a tool's answer goes on to a model: a redaction erases just these.
 */
export const integratorsOwn = ['external_ref', 'metadata', 'tags'] as const;

export const sessionId = z.string().describe('The id of a session, ses_…');
export const caseId = z.string().describe('The id of a case, case_…');
