/**
 * Which parts of the page are open. The reader's choice is kept by key over recalculations and restarts; what the
 * reader never touched follows the page.
 */

/** Opens and closes what the reader opened and closed before. */
export function applyFolds(page: ParentNode, opened: Readonly<Record<string, boolean>>): void {
  for (const fold of page.querySelectorAll<HTMLDetailsElement>('details[data-fold]')) {
    const wanted = opened[keyOf(fold)];
    if (wanted !== undefined && fold.open !== wanted) fold.open = wanted;
  }
}

/** Tells what was opened or closed: the fold's key, whether it is open now, and whether the page renders it so. */
export function watchFolds(
  page: HTMLElement,
  onToggle: (key: string, open: boolean, begins: boolean) => void,
): void {
  // `toggle` does not bubble, but it can be captured.
  page.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.dataset.fold !== undefined) {
        onToggle(keyOf(target), target.open, target.dataset.begins === 'open');
      }
    },
    true,
  );
}

/** Opens everything around an element, so that it can be seen. */
export function unfold(element: Element): void {
  for (let fold = element.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) {
    fold.open = true;
  }
}

function keyOf(fold: HTMLDetailsElement): string {
  return fold.dataset.fold ?? '';
}
