import { z } from 'zod';
import { sha256 } from '../../../shared/crypto/seal';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { tenantOf } from '../../../shared/database/scope';
import { readSettings } from '../../../shared/organization/read-settings';
import { isWebOrigin } from '../../../shared/domain/organization/web-origin';
import { captureHtml, sentenceHtml } from '../../../shared/page/capture-html';
import type { PageLanguage } from '../../../shared/page/manifest';
import { pageSecretOf, type CaptureClient } from '../capture/capture-client';
import { captureState } from '../capture/capture-state-object';
import { readState } from '../capture/state';
import type { ApiDeps } from '../deps';
import { alreadySent } from '../http/answer';
import type { ApiRequest, ApiResponse } from '../http/call';
import { jsonOr } from '../http/declared-answer';
import { asVerifaError, errorHeaders, logFailure } from '../http/error-answer';
import { openRoute, type Route } from '../http/route';
import type { BuiltPages } from './built-pages';
import { notBuilt } from './not-built';
import { newPageSecret, pageCookieHeader } from './page-cookie';
import { pageLanguage } from './page-language';
import { countedStanding } from './page-standing';
import { pageHeaders } from './security-headers';

interface Asked {
  readonly token: string;
  readonly lang: string | undefined;
  readonly clientAddress: string;
  readonly request: ApiRequest;
  readonly response: ApiResponse;
}

/**
 * What a person sees who opens a link: a page, whatever has become of the link. It binds nothing: what shows a
 * preview of a link must not use it up. Whoever asks for JSON gets the link's state.
 */
export function showCapturePage(deps: ApiDeps): Route {
  const state = readState(deps);
  return openRoute({
    method: 'GET',
    path: '/verify/:token',
    params: z.object({ token: z.string() }),
    // Read as it comes: nothing that somebody put behind a link may keep its page away.
    query: z.object({ lang: z.string().optional().catch(undefined) }),
    queryAs: z.object({ lang: z.string().optional() }),
    summary: "Open the person's page; as JSON the link's state",
    answers: { 200: jsonOr(captureState, 'text/html') },
    refusesAs: ['text/html'],
    handler: async ({ params, query, request, response, clientAddress }) => {
      if (request.accepts(['html', 'json']) === 'json') return state.run(deps, request, response);
      const { pages } = deps;
      if (pages === null) {
        sendSentence(response, 503, notBuilt, notBuilt.sentences.unavailable);
        return alreadySent;
      }
      const asked = { token: params.token, lang: query.lang, clientAddress, request, response };
      try {
        await sendPage(deps, pages, asked);
      } catch (cause) {
        sayTrouble(deps, pages, asked, cause);
      }
      return alreadySent;
    },
  });
}

async function sendPage(deps: ApiDeps, pages: BuiltPages, asked: Asked): Promise<void> {
  const { token: secretToken, clientAddress, request, response } = asked;
  const begunAt = deps.clock();
  // Who has no secret yet will come back with this one, and is judged as if they had it already.
  const held = pageSecretOf(request);
  const secret = held ?? newPageSecret();
  const client: CaptureClient = { kind: 'page', secretHash: sha256(secret) };
  const look = { token: secretToken, client, clientAddress, response, begunAt };
  const standing = await countedStanding(deps, look);
  const base = new URL(deps.settings.PUBLIC_URL).pathname.replace(/\/+$/, '');
  const show = (status: number, language: PageLanguage, embeddable: readonly string[]): void => {
    const html = captureHtml({
      capture: pages.capture,
      language,
      embeddable,
      base,
      theme: standing.kind === 'gone' ? null : `${base}/verify/${secretToken}/theme.css`,
    });
    response.status(status).set(pageHeaders(embeddable)).type('html').send(html);
  };
  if (standing.kind === 'gone') {
    show(410, languageOf(pages, asked, null), []);
    return;
  }
  const { token, session } = standing;
  const { allowed_origins: allowed = [] } = await deps.tenancy.within(tenantOf(session), () =>
    readSettings(deps.db, session),
  );
  // Kept when more was taken for an origin, or written by hand: none of it gets into the policy.
  const embeddable = allowed.filter(isWebOrigin);
  if (held === null) {
    const leftMs = token.expires_at.getTime() - begunAt.getTime();
    const cookie = { secret, publicUrl: deps.settings.PUBLIC_URL, token: secretToken };
    response.append(
      'Set-Cookie',
      pageCookieHeader({ ...cookie, linkSeconds: Math.max(0, leftMs / 1_000) }),
    );
  }
  show(200, languageOf(pages, asked, session.language), embeddable);
}

function languageOf(
  { capture }: BuiltPages,
  { lang, request }: Asked,
  ofSession: string | null,
): PageLanguage {
  return pageLanguage(capture.languages, [lang, ofSession], (tags) =>
    request.acceptsLanguages([...tags]),
  );
}

/** A person reads no JSON: what keeps the page away is said in a sentence, and logged as any failure is. */
function sayTrouble(deps: ApiDeps, pages: BuiltPages, asked: Asked, cause: unknown): void {
  const { response } = asked;
  const error = asVerifaError(cause);
  logFailure(deps.log, error, response);
  response.set(errorHeaders(error));
  const language = languageOf(pages, asked, null);
  const { tooMany, unavailable } = language.sentences;
  const isLimit = error instanceof VerifaError && error.code === 'rate_limited';
  sendSentence(response, error.status, language, isLimit ? tooMany : unavailable);
}

function sendSentence(
  response: ApiResponse,
  status: number,
  language: Pick<PageLanguage, 'tag' | 'sentences'>,
  sentence: string,
): void {
  response.status(status).set(pageHeaders([])).type('html').send(sentenceHtml(language, sentence));
}
