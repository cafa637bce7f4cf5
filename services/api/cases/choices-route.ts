import { z } from 'zod';
import { requirementsOf } from '../../../shared/capture/requirements';
import { askablePieces, isAskable } from '../../../shared/domain/capture/asked-pieces';
import type { ApiDeps } from '../deps';
import { callerSettings } from '../caller-settings';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';
import { pageLanguage } from '../pages/page-language';
import { findCase } from './find-case';
import { caseParams } from './read-routes';

const caseChoices = z
  .strictObject({
    /** The organisation's own codes for a rejection; beside them the documented ones may be given. */
    reject_reasons: z.array(z.string()).readonly(),
    /** What the person may be asked for again: other pieces are nothing that the workflow collects. */
    pieces: z.array(z.enum(askablePieces)).readonly(),
    /** In which language the person's page begins, and its sentences; null where no pages are served. */
    page: z.strictObject({ language: z.string(), texts: z.string() }).nullable(),
  })
  .meta({ id: 'CaseChoices' });

/** What a decision on this case may name. */
export function caseChoicesRoute(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/cases/:id/choices',
    scope: 'cases:read',
    params: caseParams,
    summary: 'Get what a decision on a case may name',
    answers: { 200: json(caseChoices) },
    handler: async ({ caller, params }) => {
      const { session } = await findCase(deps.db, caller, params.id);
      const { reject_reasons: reasons = [] } = await callerSettings(deps, caller);
      const requirements = await requirementsOf(deps.db, session);
      return answer(200, {
        reject_reasons: reasons,
        pieces: askablePieces.filter((piece) => isAskable(requirements, piece)),
        page: deps.pages === null ? null : pageOf(deps.pages.capture.languages, session.language),
      });
    },
  });
}

/** As `GET /verify/{token}` chooses it for a browser that asks for none. */
function pageOf(
  languages: NonNullable<ApiDeps['pages']>['capture']['languages'],
  asked: string | null,
): { readonly language: string; readonly texts: string } {
  const { tag, texts } = pageLanguage(languages, [asked], () => false);
  return { language: tag, texts: `/assets/${texts}` };
}
