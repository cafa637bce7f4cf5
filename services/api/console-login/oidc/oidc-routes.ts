import { z } from 'zod';
import { VerifaError } from '../../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../../deps';
import { alreadySent, answer, type SentAnswer } from '../../http/answer';
import type { ApiResponse, OpenCall } from '../../http/call';
import { json, nothing } from '../../http/declared-answer';
import { openRoute, type Route } from '../../http/route';
import { openConsole } from '../open-console';
import { organizationScope } from '../signed-in';
import { begunCookie, noBegunCookie, readBegun } from './begun-cookie';
import type { Identified } from './oidc';
import { userOf, type NotLetIn } from './user-behind';

const options = z
  .strictObject({ password: z.boolean(), oidc: z.boolean() })
  .meta({ id: 'SignInOptions' });

/** For the page that asks how somebody wants to sign in. */
export function signInOptions(deps: ApiDeps): Route {
  return openRoute({
    method: 'GET',
    path: '/api/v1/console/options',
    summary: 'Get how people sign in to the console here',
    answers: { 200: json(options, { password: true, oidc: false }) },
    handler: () =>
      Promise.resolve(
        answer(200, { password: !deps.settings.OIDC_ONLY, oidc: deps.oidc !== null }),
      ),
  });
}

type Failed = 'not_offered' | 'provider_away' | 'refused' | NotLetIn;

/** Leads the browser to the provider. Whatever goes wrong, it comes back to the console's own page with a code. */
export function startOidc(deps: ApiDeps): Route {
  return openRoute({
    method: 'GET',
    path: '/api/v1/console/oidc/start',
    query: z.object({
      /** To show anew who one is, before keys, people and erasures. */
      reauthenticate: z.enum(['0', '1']).default('0'),
    }),
    summary: 'Sign in to the console at the OpenID provider',
    answers: { 303: nothing },
    handler: async ({ query, response }) => {
      if (deps.oidc === null) return failed(deps, response, 'not_offered');
      try {
        const { url, begun } = await deps.oidc.begin(query.reauthenticate === '1');
        response.set('Set-Cookie', begunCookie(deps, begun));
        return lead(response, url);
      } catch (cause) {
        deps.log.warn({ error: nameOf(cause) }, 'the OpenID provider could not be asked');
        return failed(deps, response, 'provider_away');
      }
    },
  });
}

/** A code is taken only from the browser that was sent for it, by its state, nonce and verifier. */
export function finishOidc(deps: ApiDeps): Route {
  return openRoute({
    method: 'GET',
    path: '/api/v1/console/oidc/callback',
    query: z.record(z.string(), z.unknown()),
    queryAs: z.object({ code: z.string().optional(), state: z.string().optional() }),
    summary: 'Come back from the OpenID provider',
    answers: { 303: nothing },
    handler: async (call) => {
      const { request, response } = call;
      response.append('Set-Cookie', noBegunCookie(deps));
      const identified = await identifiedBy(deps, call);
      if (typeof identified === 'string') return failed(deps, response, identified);
      if (deps.oidc === null) return failed(deps, response, 'not_offered');
      const user = await userOf(deps, call, deps.oidc, identified);
      if (typeof user === 'string') return failed(deps, response, user);
      response.locals.callerId = user.id;
      await deps.tenancy.within(organizationScope(user.organization_id), () =>
        openConsole(deps, { ...call, request }, () =>
          Promise.resolve({
            user,
            stage: 'full',
            signedInBy: 'oidc',
            reauthenticatedAt: identified.authenticatedAt,
          }),
        ),
      );
      return lead(response, `${deps.settings.PUBLIC_URL}/console`);
    },
  });
}

async function identifiedBy(
  deps: ApiDeps,
  { request }: OpenCall<unknown, unknown, unknown>,
): Promise<Identified | Failed> {
  if (deps.oidc === null) return 'not_offered';
  const begun = readBegun(deps, request);
  if (begun === null) return 'refused';
  try {
    return await deps.oidc.finish(new URL(request.url, deps.settings.PUBLIC_URL), begun);
  } catch (cause) {
    // Its own words may hold what the provider said of a person.
    deps.log.warn({ error: nameOf(cause) }, 'an answer of the OpenID provider was refused');
    return 'refused';
  }
}

function failed({ settings }: ApiDeps, response: ApiResponse, code: Failed): SentAnswer {
  return lead(response, `${settings.PUBLIC_URL}/console/sign-in?error=${code}`);
}

function lead(response: ApiResponse, url: string): SentAnswer {
  response.redirect(303, url);
  return alreadySent;
}

function nameOf(cause: unknown): string {
  return cause instanceof VerifaError
    ? cause.code
    : cause instanceof Error
      ? cause.name
      : 'unknown';
}
