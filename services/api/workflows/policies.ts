import { z } from 'zod';
import { checkConfigSchemas } from '../../../shared/domain/checks/check-config';
import { checkCatalogue } from '../../../shared/domain/checks/catalogue';
import { checkNames } from '../../../shared/domain/checks/outcome';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { freeObject } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';

const policyObject = z
  .strictObject({
    policy: z.enum(checkNames),
    description: z.string(),
    class: z.string(),
    always_runs: z.boolean(),
    /** JSON Schema. */
    config_schema: freeObject,
  })
  .meta({ id: 'VerificationPolicy' });

/** Every check a policy node can name, with the JSON Schema of its configuration. */
export function listVerificationPolicies(_deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/verification-policies',
    scope: 'workflows:read',
    summary: 'List the checks that a policy node can name',
    answers: { 200: json(z.strictObject({ data: z.array(policyObject) })) },
    handler: () =>
      Promise.resolve(
        answer(200, {
          data: checkNames.map((check) => ({
            policy: check,
            description: checkCatalogue[check].description,
            class: checkCatalogue[check].class,
            always_runs: check === 'watchlist_screening' || check === 'risk_assessment',
            config_schema: z.toJSONSchema(checkConfigSchemas[check], {
              io: 'input',
            }),
          })),
        }),
      ),
  });
}
