import type { Route } from '../http/route';

/** `GET /api/v1/sessions/:id/risk` → `get_sessions_id_risk`. */
export function operationId({ method, path }: Pick<Route, 'method' | 'path'>): string {
  const words = path.replace('/api/v1', '').split(/[^A-Za-z0-9]+/);
  return [method.toLowerCase(), ...words.filter((word) => word !== '')].join('_');
}
