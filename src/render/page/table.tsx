import type { ComponentChildren } from 'preact';

export interface Column {
  readonly title: string;
  readonly class?: string;
}

/**
 * A table that becomes a list of cards where it is narrow. The roles are written out, since some browsers forget them
 * once style changes how a table is laid out.
 */
export function Table({
  caption,
  columns,
  children,
}: {
  caption: ComponentChildren;
  columns: readonly Column[];
  children: ComponentChildren;
}) {
  return (
    <table role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ title, class: name }) => (
            <th key={title} role="columnheader" scope="col" class={name}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export function Row({ children }: { children: ComponentChildren }) {
  return <tr role="row">{children}</tr>;
}

/** The cell that names its row. */
export function RowHead({ children }: { children: ComponentChildren }) {
  return (
    <th role="rowheader" scope="row">
      {children}
    </th>
  );
}

/** `label` repeats the column's title where the table is a list of cards. */
export function Cell({
  label,
  class: name,
  children,
}: {
  label: string;
  class?: string;
  children: ComponentChildren;
}) {
  return (
    <td role="cell" data-label={label} class={name}>
      <div>{children}</div>
    </td>
  );
}
