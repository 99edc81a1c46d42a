import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { FoldsContext, LevelContext } from './context';

const tags = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** A heading of the level at hand. */
export function Heading({ id, children }: { id?: string; children: ComponentChildren }) {
  const level = useContext(LevelContext);
  const Tag = tags[Math.min(level, tags.length) - 1] ?? 'h6';
  return (
    <Tag {...(id === undefined ? {} : { id })} tabIndex={id === undefined ? undefined : -1}>
      {children}
    </Tag>
  );
}

/** What stands below a heading: headings in it are one level deeper. */
export function Below({ children }: { children: ComponentChildren }) {
  return <LevelContext.Provider value={useContext(LevelContext) + 1}>{children}</LevelContext.Provider>;
}

/** A part of the page that assistive technology lists among the landmarks; `anchor` is its address. */
export function Region({
  anchor,
  title,
  class: name = 'region',
  children,
}: {
  anchor: string;
  title: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}) {
  return (
    <section aria-labelledby={anchor} class={name === 'region' ? name : `region ${name}`}>
      <Heading id={anchor}>{title}</Heading>
      <Below>{children}</Below>
    </section>
  );
}

/** A part of a region, with a heading but no landmark; its links are one tab stop (see `data-roving`). */
export function Part({
  title,
  class: name,
  children,
}: {
  title: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}) {
  return (
    <div class={name === undefined ? 'part' : `part ${name}`} data-roving="">
      <Heading>{title}</Heading>
      <Below>{children}</Below>
    </div>
  );
}

/**
 * Something to open. `id` is stable over recalculations, so that what the reader opened stays open. What is `large` is
 * not made while it is closed, where it can be made later. What is `minor` stays closed on paper.
 */
export function Fold({
  id,
  summary,
  class: name,
  open = false,
  large = false,
  minor = false,
  children,
}: {
  id: string;
  summary: ComponentChildren;
  class?: string;
  open?: boolean;
  large?: boolean;
  minor?: boolean;
  children: ComponentChildren;
}) {
  const folds = useContext(FoldsContext);
  const isOpen = folds?.isOpen(id, open) ?? open;
  return (
    <details
      class={['fold', minor ? 'minor' : '', name ?? ''].filter((word) => word !== '').join(' ')}
      open={isOpen}
      onToggle={folds && (({ currentTarget }) => folds.onToggle(id, currentTarget.open))}
    >
      <summary>{summary}</summary>
      {(isOpen || !large || folds === undefined) && <div class="fold-body">{children}</div>}
    </details>
  );
}
