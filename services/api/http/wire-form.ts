import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { inflectKeys, keyInflections, type KeyInflection } from '../../../shared/wire/key-casing';
import { currentVersion, isServedVersion } from './api-version';
import type { ApiHandler, ApiRequest, ApiResponse } from './call';

/** Objects whose keys are the user's: they go as they came (`fit-to-schema.ts` says how they come). */
const userOwned = ['**.metadata', '**.fields'] as const;

/** Before anything is answered, so that every refusal has the casing too; an unknown one is refused later. */
export const useInflection: ApiHandler = (request, response, next) => {
  const inflection = inflectionOf(request);
  if (inflection !== undefined) response.locals.inflection = inflection;
  next();
};

function inflectionOf(request: ApiRequest): KeyInflection | undefined {
  const asked = request.get('key-inflection') ?? 'snake';
  return keyInflections.find((name) => name === asked);
}

/** How a request wants its answer: 400 for a casing or a version that there is none of. */
export function readWireForm(request: ApiRequest, response: ApiResponse): void {
  if (inflectionOf(request) === undefined) {
    throw new VerifaError('bad_request', { detail: 'Key-Inflection is snake, camel or kebab.' });
  }
  const asked = request.get('verifa-version');
  if (asked !== undefined) useVersion(response, asked);
  else response.set('Verifa-Version', currentVersion);
}

/** The header's version, or the one that the key is pinned to when there is no header. */
export function useVersion(response: ApiResponse, version: string): void {
  if (!isServedVersion(version)) {
    throw new VerifaError('unsupported_version', {
      detail: `Verifa-Version is not one that is served; the current one is ${currentVersion}.`,
    });
  }
  response.set('Verifa-Version', version);
}

export function writeWireBody(body: unknown, inflection: KeyInflection | undefined): unknown {
  return inflectKeys(body, inflection ?? 'snake', { keep: userOwned });
}
