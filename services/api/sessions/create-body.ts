import { z } from 'zod';
import { senselessFields } from '../../../shared/applicant/senseless-fields';
import { documentTypes } from '../../../shared/domain/documents/document-types';
import { countrySchema } from '../http/country';
import { languageSchema } from '../../../shared/domain/applicant/language';
import {
  expiresInMinutesSchema,
  externalRefSchema,
  metadataSchema,
  redirectUrlSchema,
  supportUrlSchema,
  tagsSchema,
} from '../lifecycle/session-fields';
import { userOwned } from '../../../shared/wire/user-owned';
import { aliasesInWords } from '../http/aliases';
import { createAliases } from './create-aliases';

const fieldsLimitBytes = 16 * 1024;

/** Known applicant data, encrypted as it is; what is compared later has to say something. */
const applicantFields = userOwned(
  z
    .record(z.string(), z.unknown())
    .refine((fields) => Buffer.byteLength(JSON.stringify(fields)) <= fieldsLimitBytes, {
      message: 'is larger than 16 KB',
      params: { code: 'too_big' },
    })
    .superRefine((fields, context) => {
      for (const { name, message } of senselessFields(fields)) {
        context.addIssue({ code: 'custom', path: [name], message, params: { code: 'invalid' } });
      }
    }),
);

/** The body of create; unknown fields are ignored, and a field that is null is one that was not sent. */
export const createBody = z
  .object({
    external_ref: externalRefSchema.optional(),
    country: countrySchema.optional(),
    /** Of the capture page, where the person chooses none. */
    language: languageSchema.optional(),
    workflow_id: z.string().optional(),
    /** Only these of the workflow's checks. Absent: all. An empty list is nobody's wish (422). */
    checks: z.array(z.string()).min(1).optional(),
    /** Which document it is, as the person would choose. Absent: nobody says, or the person does. */
    document_type: z.enum(documentTypes).optional(),
    document_country: countrySchema.optional(),
    metadata: metadataSchema.default({}),
    tags: tagsSchema.default([]),
    redirect_url: redirectUrlSchema.optional(),
    expires_in_minutes: expiresInMinutesSchema.optional(),
    fields: applicantFields.optional(),
    send_email: z.boolean().default(false),
    applicant_email: z.email().max(320).optional(),
    applicant_name: z.string().min(1).max(255).optional(),
    display_name: z.string().min(1).max(255).optional(),
    support_url: supportUrlSchema.optional(),
  })
  .refine((body) => !body.send_email || body.applicant_email !== undefined, {
    path: ['applicant_email'],
    message: 'is needed to send an e-mail',
    params: { code: 'required' },
  });
export type CreateFields = z.output<typeof createBody>;

/** As the document has it: by our own names. */
export const createFieldsAsNamed = z
  .object(orNull(createBody.shape))
  .meta({ description: aliasesInWords(createAliases) });

/** A field that is null is a field that was not sent. */
function orNull(shape: Readonly<Record<string, z.ZodType>>): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [name, z.union([z.null(), field]).optional()]),
  );
}
