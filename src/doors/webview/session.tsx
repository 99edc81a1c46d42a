import { render } from 'preact';
import type { Answer } from '../../answer/schema';
import type { Folds, Guidance, GuidanceSource, PageActions } from '../../render/page/context';
import { anchorOf } from '../../render/page/page';
import { cardFold } from '../../render/page/system-card';
import type { PageState, Target } from './protocol';
import { readPageState, readToPage } from './protocol';
import { setTabStops, watchArrows } from './roving';
import { View } from './view';
import type { VsCodeApi } from './vscode-api';

/** How long scrolling must rest before it is kept, in ms. */
const restOfScroll = 150;

const mismatch =
  'This page and the extension do not understand each other, most likely after an update. Close this tab and show the advice again.';

/** One life of the page, from its load to its end: what it shows, what it keeps, and what it says to the extension. */
export class Session {
  private answer: Answer | undefined;
  private state: PageState;
  private busy = false;
  private failure: string | undefined;
  /** Where the reader was when the page was last alive; until it is gone to once, the rest of the state is not kept. */
  private scrollTo: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly actions: PageActions = {
    reveal: (place) => this.api.postMessage({ type: 'reveal', place }),
    openEntry: (id) => this.api.postMessage({ type: 'openEntry', id }),
    newManifest: () => this.api.postMessage({ type: 'newManifest' }),
  };

  private readonly folds: Folds = {
    isOpen: (id, begins) => {
      this.begins.set(id, begins);
      return this.state.opened[id] ?? begins;
    },
    onToggle: (id, open) => {
      // A part that is rendered open says so too: only what differs is a choice of the reader.
      if (this.folds.isOpen(id, this.begins.get(id) ?? false) !== open) this.open(id, open);
    },
  };
  /** How each part begins, as last rendered. */
  private readonly begins = new Map<string, boolean>();

  /** The entries that have guidance, and of those that a reader opened, the guidance or how far it is. */
  private guided: ReadonlySet<string> = new Set();
  private readonly asked = new Map<string, Guidance>();

  private readonly guidance: GuidanceSource = {
    find: (id) => (this.guided.has(id) ? (this.asked.get(id) ?? 'waiting') : undefined),
    want: (id) => {
      // What failed is asked for again when it is opened again.
      if ((this.asked.get(id) ?? 'failed') !== 'failed') return;
      this.asked.set(id, 'waiting');
      this.api.postMessage({ type: 'guidance', id });
      // The page may be in the middle of drawing itself.
      queueMicrotask(() => this.show());
    },
  };

  constructor(
    private readonly page: HTMLElement,
    private readonly api: VsCodeApi,
  ) {
    this.state = readPageState(api.getState());
    this.scrollTo = this.state.scroll;
  }

  /** Listens, shows that it waits, and asks for the first snapshot. */
  start(): void {
    window.addEventListener('message', ({ data }) => this.receive(data));
    window.addEventListener('scroll', () => this.keepScroll(), { passive: true });
    document.addEventListener('keydown', (event) => this.leave(event));
    document.addEventListener('click', followAnchor);
    watchArrows(this.page);
    this.show();
    this.api.postMessage({ type: 'ready' });
  }

  private receive(value: unknown): void {
    const message = readToPage(value);
    if (message === undefined) {
      if (isSnapshot(value)) this.fail(mismatch);
      return;
    }
    switch (message.type) {
      case 'busy': {
        this.busy = true;
        this.show();
        return;
      }
      case 'failure': {
        this.fail(message.message);
        return;
      }
      case 'snapshot': {
        this.answer = message.answer;
        this.guided = new Set(message.guided);
        this.busy = false;
        this.failure = undefined;
        this.goTo(message.target ?? { root: this.state.root ?? '' });
        return;
      }
      case 'guidance': {
        const { id, markdown } = message;
        if (!this.asked.has(id)) return;
        this.asked.set(id, markdown === null ? 'failed' : { markdown });
        this.show();
        return;
      }
      case 'show': {
        this.goTo(message.target);
        return;
      }
    }
  }

  private fail(message: string): void {
    this.answer = undefined;
    this.busy = false;
    this.failure = message;
    this.show();
  }

  /** Shows a root, and a system of it if one is named; otherwise the reader stays where they are. */
  private goTo({ root, system }: Target): void {
    const shown = this.answer?.roots.find(({ path }) => path === root) ?? this.answer?.roots[0];
    const stays = shown?.path === this.state.root;
    if (shown) this.keep({ root: shown.path });
    this.show();
    if (shown === undefined || this.answer === undefined) return;
    const index = shown.systems.findIndex(({ id }) => id === system);
    if (system !== undefined && index >= 0) {
      this.open(cardFold(shown.path, system), true);
      lookAt(`${anchorOf(this.answer, shown)}system-${index}`);
    } else if (stays && this.scrollTo !== undefined)
      window.scrollTo({ top: this.scrollTo, behavior: 'instant' });
    else if (!stays) window.scrollTo({ top: 0, behavior: 'instant' });
    this.scrollTo = undefined;
  }

  private show(): void {
    render(
      <View
        answer={this.answer}
        root={this.state.root}
        busy={this.busy}
        failure={this.failure}
        actions={this.actions}
        folds={this.folds}
        guidance={this.guidance}
        onRoot={(root) => this.goTo({ root })}
      />,
      this.page,
    );
    setTabStops(this.page);
  }

  private open(fold: string, open: boolean): void {
    this.keep({ opened: { ...this.state.opened, [fold]: open } });
    this.show();
  }

  private keep(change: Partial<PageState>): void {
    this.state = { ...this.state, ...change };
    this.api.setState(this.state);
  }

  private keepScroll(): void {
    // Before the first snapshot the page is too short to scroll: that position is not the reader's.
    if (this.scrollTo !== undefined) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep({ scroll: Math.max(0, window.scrollY) }), restOfScroll);
  }

  private leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.target instanceof HTMLSelectElement) return;
    this.api.postMessage({ type: 'focusEditor' });
  }
}

/** Moves the focus with the eye; the editor's own handling of anchors only scrolls. */
function followAnchor(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  const id = link?.getAttribute('href')?.slice(1);
  if (id === undefined) return;
  event.preventDefault();
  lookAt(id);
}

function lookAt(id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  target.scrollIntoView({ block: 'start' });
  target.focus({ preventScroll: true });
}

function isSnapshot(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'snapshot';
}
