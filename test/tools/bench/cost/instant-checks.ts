/**
 * Loaded into API and worker before their own `main.ts` (`node --require`): the processes are the product's,
 * and only the engines behind the pool take no time. What is left is what a session itself costs.
 */
import * as pool from '../../../../activities/checks/engines/pool/check-pool';
import * as engines from '../../../../activities/checks/engines/pool/pooled-engines';
import { instantEngines } from '../instant-engines';

Object.assign(pool, {
  // The API's face counter is the one caller left, and every selfie has one face.
  createCheckPool: () => ({ run: () => Promise.resolve(1), dispose: () => Promise.resolve() }),
});
Object.assign(engines, { pooledEngines: () => instantEngines });
