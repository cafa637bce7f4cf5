import { appendFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PostgresQueryCompiler, type QueryId, type RootOperationNode } from 'kysely';
import { ArrayListCompiler } from '../../shared/database/array-list-compiler';

const root = resolve(__dirname, '../..');
const tests = join(root, 'test/');
const packages = join(root, 'node_modules/');

/**
 * Collects what the service says to Postgres while a test file runs, for a release's fixture: JSON lines, a file for
 * each process. Set up for each test file by `jest.config.js` where the folder is named. What the tests ask themselves is
 * left out, by who has it compiled.
 */
function recordStatements(folder: string): void {
  const file = join(folder, `${String(process.pid)}.jsonl`);
  const seen = new Set<string>();
  Error.stackTraceLimit = 40;
  Object.defineProperty(ArrayListCompiler.prototype, 'compileQuery', {
    value(this: ArrayListCompiler, node: RootOperationNode, queryId: QueryId) {
      const compiled = PostgresQueryCompiler.prototype.compileQuery.call(this, node, queryId);
      if (!seen.has(compiled.sql) && isOfService(new Error().stack ?? '')) {
        seen.add(compiled.sql);
        appendFileSync(file, `${JSON.stringify(compiled.sql)}\n`);
      }
      return compiled;
    },
  });
}

/** The first frame that is neither a package's nor this file's. */
function isOfService(stack: string): boolean {
  const frames = stack.split('\n').filter((line) => line.includes(root));
  const own = frames.filter((line) => !line.includes(packages) && !line.includes(__filename));
  return own[0] !== undefined && !own[0].includes(tests);
}

const folder = process.env['VERIFA_RECORD_STATEMENTS'];
if (folder !== undefined) recordStatements(folder);
