import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Problem } from './problem';
import { useRowKeys } from './row-keys';
import { SortButton } from './sort-button';
import { useText } from './words';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The API's name of this order; with it the header sorts. */
  readonly sort?: string;
  readonly align?: 'end';
  /** A few words, which are not broken. */
  readonly isShort?: boolean;
  /** Buttons: it has no name of its own to be seen, and no link of the row lies over it. */
  readonly isActions?: boolean;
}

interface TableProps<Row> {
  /** What it lists, for whoever cannot see where it stands. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while they are asked for. */
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  /** Where a row leads; the whole row opens it. */
  readonly rowLink?: (row: Row) => Pick<LinkProps, 'to' | 'params' | 'search'>;
  readonly problem: unknown;
  readonly onRetry: () => void;
  readonly empty: ReactNode;
  readonly sort?: string | undefined;
  readonly onSort?: (sort: string) => void;
}

const waitingRows = 6;

/**
 * A list in rows. `J` and `K` go from row to row, Enter opens one; on a narrow screen each row is a card with the
 * columns' names in it.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowLink,
  problem,
  onRetry,
  empty,
  sort,
  onSort,
}: TableProps<Row>) {
  const t = useText();
  const body = useRowKeys(rowLink !== undefined);
  if (problem !== null && rows === undefined) return <Problem cause={problem} onRetry={onRetry} />;
  if (rows?.length === 0) return empty;
  return (
    <table className="table" role="table" aria-busy={rows === undefined}>
      <caption className="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              data-align={column.align}
              aria-sort={sortOf(column.sort, sort)}
            >
              {column.isActions === true ? (
                <span className="unseen">{column.header}</span>
              ) : column.sort !== undefined && onSort !== undefined ? (
                <SortButton of={column.sort} sort={sort} onSort={onSort}>
                  {column.header}
                </SortButton>
              ) : (
                column.header
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} role="rowgroup">
        {rows === undefined
          ? Array.from({ length: waitingRows }, (_none, at) => (
              <tr key={at} role="row" className="waiting">
                {columns.map(({ key }, index) => (
                  <td key={key} role="cell">
                    <span className="skeleton" />
                    {at === 0 && index === 0 ? (
                      <span className="unseen">{t('table.loading')}</span>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))
          : rows.map((row) => (
              <tr key={rowKey(row)} role="row" data-linked={rowLink !== undefined || undefined}>
                {columns.map((column, at) => (
                  <td
                    key={column.key}
                    role="cell"
                    data-label={column.isActions === true ? undefined : column.header}
                    data-align={column.align}
                    data-actions={column.isActions || undefined}
                    data-short={column.isShort || undefined}
                  >
                    {at === 0 && rowLink !== undefined ? (
                      <Link {...rowLink(row)} className="row-link">
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            ))}
      </tbody>
    </table>
  );
}

function sortOf(
  own: string | undefined,
  sort: string | undefined,
): 'ascending' | 'descending' | undefined {
  if (own === undefined || sort === undefined) return undefined;
  if (sort === own) return 'ascending';
  return sort === `-${own}` ? 'descending' : undefined;
}
