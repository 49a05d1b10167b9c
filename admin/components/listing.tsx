import type { ReactNode } from 'react';
import { styled } from 'styled-components';

/** One column of a list. */
export interface Column<T> {
  readonly id: string;
  readonly label: string;
  /** Heads that say nothing on a card of their own, such as the one over buttons. */
  readonly isLabelHidden?: boolean;
  readonly align?: 'start' | 'end';
  readonly width?: string;
  readonly cell: (row: T) => ReactNode;
}

// On narrow screens each row becomes a card. The roles keep it a table for screen readers, which `display: block` would end.
const Frame = styled.div`
  background: ${({ theme }) => theme.colors.neutral0};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  overflow-x: auto;
`;

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: ${({ theme }) => theme.lineHeights[4]};

  th {
    text-align: start;
    padding: 1.2rem 1.6rem;
    font-size: ${({ theme }) => theme.fontSizes[0]};
    letter-spacing: 0.02em;
    text-transform: uppercase;
    font-weight: ${({ theme }) => theme.fontWeights.bold};
    color: ${({ theme }) => theme.colors.neutral600};
    white-space: nowrap;
  }
  td {
    padding: 1.2rem 1.6rem;
    vertical-align: top;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
    min-width: 0;
    overflow-wrap: break-word;
  }
  th[data-align='end'],
  td[data-align='end'] {
    text-align: end;
  }
  tbody tr:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }

  @media (max-width: 767px) {
    &,
    tbody,
    tr,
    td {
      display: block;
      width: auto !important;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      padding: 1.2rem 1.6rem;
      border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
    }
    tbody tr:first-child {
      border-top: 0;
    }
    td,
    td[data-align='end'] {
      display: grid;
      grid-template-columns: 11rem minmax(0, 1fr);
      gap: 0.8rem;
      text-align: start;
      border: 0;
      padding: 0.4rem 0;
    }
    td[data-label='']:not(:empty) {
      display: block;
      padding-top: 0.8rem;
    }
    td:empty {
      display: none;
    }
    td::before {
      content: attr(data-label);
      color: ${({ theme }) => theme.colors.neutral600};
      font-size: ${({ theme }) => theme.fontSizes[1]};
    }
    td[data-label='']::before {
      content: none;
    }
  }
`;

const Hidden = styled.span`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
`;

/** A table that becomes a pile of cards on a phone. */
export function Listing<T>({
  caption,
  columns,
  rows,
  keyOf,
}: {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
}) {
  return (
    <Frame tabIndex={0} role="group" aria-label={caption}>
      <Table role="table" aria-label={caption}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ id, label, isLabelHidden, align, width }) => (
              <th key={id} role="columnheader" scope="col" data-align={align} style={width ? { width } : {}}>
                {isLabelHidden ? <Hidden>{label}</Hidden> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map(({ id, label, isLabelHidden, align, cell }) => (
                <td key={id} role="cell" data-align={align} data-label={isLabelHidden ? '' : label}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Frame>
  );
}
