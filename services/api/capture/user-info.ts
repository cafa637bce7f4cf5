import { z } from 'zod';
import type { DataRequirements } from '../../../shared/domain/graph/definition';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import { appendStep } from '../../../shared/timeline/append-step';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { fitToSchema } from '../http/fit-to-schema';
import { tellIgnored } from '../http/ignored-fields';
import { parsePart } from '../http/parse';
import type { Route } from '../http/route';
import { captureStep, recordStep } from './capture-step';
import { requirementsOf } from '../../../shared/capture/requirements';
import { addTypedData, readTypedData } from '../../../shared/applicant/typed-data';

const keptFields = z
  .strictObject({ fields: z.array(z.string()), status: z.enum(sessionStatuses) })
  .meta({ id: 'KeptFields' });

const day = z.iso.date();
/** E.164, as people type it: spaces, hyphens and brackets are taken out. */
const phone = z
  .string()
  .max(40)
  .transform((text) => text.replace(/[\s().-]/g, ''))
  .refine((text) => /^\+[1-9]\d{6,14}$/.test(text), {
    message: 'is not a phone number with its country code',
    params: { code: 'invalid_phone' },
  });
const anyText = z.string().trim().min(1).max(255);

/** Only the fields the workflow asks for: whatever else is sent is not looked at and not kept. */
export function saveUserInfo(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'user-info',
    body: z.record(z.string(), z.unknown()),
    standings: ['live'],
    consent: 'given',
    summary: 'Submit applicant details',
    answers: { 200: json(keptFields) },
    handler: async (call) => {
      const requirements = await requirementsOf(deps.db, call.open.session);
      const schema = schemaOf(requirements);
      const { value, ignored } = fitToSchema(call.body, schema);
      tellIgnored(call.response, ignored);
      const typed = parsePart(schema, value);
      const given = Object.fromEntries(
        Object.entries(typed).flatMap(([field, value]) =>
          value === undefined ? [] : [[field, value]],
        ),
      );
      const status = await recordStep(deps, call, async (trx, session, at) => {
        const before = readTypedData(deps.keyring, session).user_info;
        const now = Object.keys(given).map((field) => [field, session.capture] as const);
        await addTypedData(trx, deps.keyring, session, {
          user_info: {
            values: { ...before?.values, ...given },
            captures: { ...before?.captures, ...Object.fromEntries(now) },
          },
        });
        // The fields' names are the workflow's own; their values stay sealed.
        const detail = { fields: Object.keys(given).sort().join(',') };
        await appendStep(trx, session, { event: 'user_info', actor: call.actor, detail, at });
        return session.status;
      });
      return answer(200, { fields: Object.keys(given), status });
    },
  });
}

/** Steps may come in parts, so that no field is required here: `complete` asks for all of them. */
function schemaOf({ userInfo }: DataRequirements) {
  const fields = userInfo.map(({ field }) => [field, fieldSchema(field).optional()] as const);
  return z.object(Object.fromEntries(fields));
}

function fieldSchema(field: string): z.ZodType<string> {
  if (field === 'email' || field.endsWith('_email')) return z.email().max(320);
  if (field === 'phone' || field.endsWith('_phone')) return phone;
  if (field === 'date_of_birth' || field.endsWith('_date')) return day;
  return anyText;
}
