import { countStatements, statementsSince } from '../../tools/bench/cost/statement-counts';

it('counts all statements, and tells settings of a scope, beginnings and ends of transactions apart', () => {
  const counts = countStatements([
    { query: 'begin', calls: 3 },
    { query: 'START TRANSACTION READ ONLY', calls: 1 },
    { query: 'commit', calls: 3 },
    { query: 'ROLLBACK', calls: 1 },
    { query: 'rollback to savepoint a', calls: 2 },
    { query: 'SELECT set_config($4, $1, $5), set_config($6, $2, $7)', calls: 7 },
    { query: 'select "begin" from "commits"', calls: 5 },
  ]);
  expect(counts).toEqual({ statements: 15, scopes: 7, beginsAndEnds: 8, transactions: 4 });
});

it('takes away what was called before, most called first', () => {
  const before = [
    { query: 'a', calls: 2 },
    { query: 'b', calls: 9 },
  ];
  const after = [
    { query: 'b', calls: 9 },
    { query: 'a', calls: 3 },
    { query: 'c', calls: 4 },
  ];
  expect(statementsSince(before, after)).toEqual([
    { query: 'c', calls: 4 },
    { query: 'a', calls: 1 },
  ]);
});
