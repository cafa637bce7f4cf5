import { VerifaError } from '../../../shared/errors/verifa-error';
import {
  inflectKeys,
  keyInflections,
  snakeKeys,
  type KeyInflection,
} from '../../../shared/wire/key-casing';
import { currentVersion, isServedVersion } from '../../../shared/wire/api-version';
import type { ApiRequest, ApiResponse } from './call';
import { requireStorable } from './storable-text';

/** Objects whose keys are the user's: they come and go as they are. */
const userOwned = ['**.metadata', '**.fields'] as const;

/** How a request wants its answer: 400 for a casing or a version that there is none of. */
export function readWireForm(request: ApiRequest, response: ApiResponse): void {
  const inflection = request.get('key-inflection') ?? 'snake';
  const known = keyInflections.find((name) => name === inflection);
  if (known === undefined) {
    throw new VerifaError('bad_request', { detail: 'Key-Inflection is snake, camel or kebab.' });
  }
  response.locals.inflection = known;
  const asked = request.get('verifa-version');
  if (asked !== undefined) useVersion(response, asked);
  else response.set('Verifa-Version', currentVersion);
}

/** The header's version, or the one that the key is pinned to when there is no header. */
export function useVersion(response: ApiResponse, version: string): void {
  if (!isServedVersion(version)) {
    throw new VerifaError('bad_request', {
      detail: `Verifa-Version is not one that is served; the current one is ${currentVersion}.`,
    });
  }
  response.set('Verifa-Version', version);
}

/** A body or a query in any of the three casings, in the JSON:API envelope or bare, as our schemas have it. */
export function readWireBody(value: unknown): unknown {
  const bare = unwrap(value);
  requireStorable(bare);
  return snakeKeys(bare, { keep: userOwned });
}

export function writeWireBody(body: unknown, inflection: KeyInflection | undefined): unknown {
  return inflectKeys(body, inflection ?? 'snake', { keep: userOwned });
}

/** `{"data": {"attributes": {…}}}`; whatever else stands beside the attributes is not ours to read. */
function unwrap(value: unknown): unknown {
  const data = member(value, 'data');
  const attributes = member(data, 'attributes');
  return isObject(attributes) && onlyMember(value, 'data') ? attributes : value;
}

function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function onlyMember(value: unknown, name: string): boolean {
  return isObject(value) && Object.keys(value).every((key) => key === name);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
