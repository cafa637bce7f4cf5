import express, { type Router } from 'express';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId } from '../../../shared/domain/ids';
import { noteSession } from '../../../shared/tracing/log-context';
import type { ApiDeps } from '../deps';
import type { Answer } from './answer';
import type { ApiHandler, ApiRequest, ApiResponse } from './call';
import { countAsked } from './count-asked';
import { refusalStatuses, undeclared } from './declared-answer';
import { endAnswer } from './end-answer';
import { asVerifaError } from './error-answer';
import type { Route } from './route';
import { readWireForm, writeWireBody } from './wire-form';

/**
 * A router of routes with whole patterns. Each pattern lives in one router only: its other methods
 * answer 405 here. Fixed paths come before those with a parameter in the same place.
 */
export function mountRoutes(deps: ApiDeps, routes: readonly Route[]): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  const patterns = [...new Set(routes.map((route) => route.path))].sort(fixedFirst);
  for (const pattern of patterns) {
    const onPattern = routes.filter((route) => route.path === pattern);
    router.all(pattern, answering(deps, pattern, onPattern));
  }
  return router;
}

function answering(deps: ApiDeps, pattern: string, routes: readonly Route[]): ApiHandler {
  const allowed = routes.map((route) => route.method).join(', ');
  const routeAsked = (request: ApiRequest, response: ApiResponse): Route => {
    readWireForm(request, response);
    // HEAD answers as GET; Express leaves the body out.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const route = routes.find((candidate) => candidate.method === method);
    if (route !== undefined) return route;
    response.set('Allow', allowed);
    throw new VerifaError('method_not_allowed');
  };
  return async (request, response) => {
    response.locals.pattern = pattern;
    noteNamedSession(request.params);
    let route: Route;
    try {
      route = routeAsked(request, response);
    } catch (refusal) {
      await countAsked(deps, request, response);
      throw refusal;
    }
    try {
      await send(response, await runDeclared(deps, route, request, response));
    } finally {
      // Not when the client is gone: its bytes are held for as long as something is done with them.
      response.locals.body.held.release();
    }
  };
}

/** Runs a route; what it does beyond its declaration is told to whoever listens for that (tests). */
async function runDeclared(
  deps: ApiDeps,
  route: Route,
  request: ApiRequest,
  response: ApiResponse,
): Promise<Answer> {
  const { onUndeclared } = deps;
  if (onUndeclared === undefined) return route.run(deps, request, response);
  const name = `${route.method} ${route.path}`;
  try {
    const given = await route.run(deps, request, response);
    const problem = undeclared(route.answers, given);
    if (problem !== null) onUndeclared(`${name}: ${problem}`);
    return given;
  } catch (error) {
    const { status, code } = asVerifaError(error);
    if (!refusalStatuses(route).includes(status)) {
      onUndeclared(`${name}: refuses with ${String(status)} ${code}, which is not declared`);
    }
    throw error;
  }
}

/** The session that a route is asked about, whether it is there or not. */
function noteNamedSession(params: ApiRequest['params']): void {
  for (const value of Object.values(params)) {
    if (typeof value === 'string' && isId('session', value)) noteSession(value);
  }
}

async function send(response: ApiResponse, answer: Answer): Promise<void> {
  switch (answer.kind) {
    case 'json':
      response.status(answer.status).set(answer.headers);
      return endAnswer(response, writeWireBody(answer.body, response.locals.inflection));
    case 'empty':
      response.status(answer.status);
      return endAnswer(response, undefined);
    case 'sent':
      return;
  }
}

function fixedFirst(left: string, right: string): number {
  const rank = (path: string): string => path.replaceAll('/:', '/~');
  return rank(left) < rank(right) ? -1 : 1;
}
