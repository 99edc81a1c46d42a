/**
 * One tab stop a group: in what is marked `data-roving`, Tab goes to the item that had the focus last, at first the
 * first one, and the arrow keys, Home and End go from item to item.
 */

const groups = '[data-roving]';
const items = 'a[href], button, summary';

/** Sets the tab stops of what was rendered; call it after each render. */
export function setTabStops(page: ParentNode): void {
  for (const group of page.querySelectorAll<HTMLElement>(groups)) {
    const all = itemsOf(group);
    const current = all.find(
      (item) => item.tabIndex === 0 && item.dataset.stop !== undefined && isShown(item, group),
    );
    choose(all, current ?? all[0]);
  }
}

/** Listens to the keyboard on the whole page; call it once. */
export function watchArrows(page: HTMLElement): void {
  page.addEventListener('focusin', ({ target }) => {
    const found = placeOf(target);
    if (found) choose(found.all, found.item);
  });
  page.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const found = placeOf(event.target);
    const next = found && nextOf(event.key, found);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  page.addEventListener(
    'toggle',
    ({ target }) => {
      const group =
        target instanceof HTMLDetailsElement && !target.open ? target.closest<HTMLElement>(groups) : null;
      if (group) setTabStops(group.parentElement ?? page);
    },
    true,
  );
}

interface Spot {
  readonly group: HTMLElement;
  readonly all: readonly HTMLElement[];
  readonly item: HTMLElement;
}

function placeOf(target: EventTarget | null): Spot | undefined {
  const item = target instanceof HTMLElement && target.matches(items) ? target : undefined;
  const group = item?.closest<HTMLElement>(groups);
  return item && group ? { group, all: itemsOf(group), item } : undefined;
}

function nextOf(key: string, { group, all, item }: Spot): HTMLElement | undefined {
  const shown = all.filter((each) => isShown(each, group));
  const at = shown.indexOf(item);
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return shown[at + 1];
    case 'ArrowUp':
    case 'ArrowLeft':
      return shown[at - 1];
    case 'Home':
      return shown[0];
    case 'End':
      return shown.at(-1);
    default:
      return undefined;
  }
}

function itemsOf(group: HTMLElement): HTMLElement[] {
  return [...group.querySelectorAll<HTMLElement>(items)].filter((item) => item.closest(groups) === group);
}

/** The one stop carries a mark too: a tab index of 0 alone is what every button begins with. */
function choose(all: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const item of all) {
    const chosen = item === stop;
    if (chosen) item.dataset.stop = '';
    else delete item.dataset.stop;
    const index = chosen ? 0 : -1;
    if (item.getAttribute('tabindex') !== String(index)) item.tabIndex = index;
  }
}

/** Whether no closed part of the group hides it. */
function isShown(item: HTMLElement, group: HTMLElement): boolean {
  const own = item.matches('summary') ? item.parentElement?.parentElement : item;
  const closed = own?.closest('details:not([open])');
  return closed === undefined || closed === null || !group.contains(closed);
}
