import { joined } from '../../answer/format';
import type { Answer } from '../../answer/schema';
import type { Folds, GuidanceSource, PageActions } from '../../render/page/context';
import { rootFigures } from '../../render/page/figures';
import { Page } from '../../render/page/page';
import { counted } from '../../render/words/labels';

/** All that the page in the editor shows. */
export interface ViewProps {
  readonly answer: Answer | undefined;
  readonly root: string | null;
  readonly busy: boolean;
  readonly failure: string | undefined;
  readonly actions: PageActions;
  readonly folds: Folds;
  readonly guidance: GuidanceSource;
  readonly onRoot: (path: string) => void;
}

/** The report with what only the editor has: a choice of manifest, what is going on, and what went wrong. */
export function View({ answer, root, busy, failure, actions, folds, guidance, onRoot }: ViewProps) {
  return (
    <>
      <p role="status" class="sr-only">
        {failure === undefined ? announcement(answer, root) : failure}
      </p>
      {failure !== undefined ? (
        <Failure message={failure} actions={actions} />
      ) : answer === undefined ? (
        <main class="page">
          <h1>AI governance advice</h1>
          <p class="muted">Reading the manifest</p>
        </main>
      ) : (
        <Page
          answer={answer}
          only={root ?? undefined}
          actions={actions}
          folds={folds}
          guidance={guidance}
          tools={
            <div class="page-tools">
              <span class={busy ? 'busy' : 'busy idle'} aria-hidden="true">
                Recalculating
              </span>
              {answer.roots.length > 1 && <RootChoice answer={answer} root={root} onRoot={onRoot} />}
            </div>
          }
        />
      )}
    </>
  );
}

/** What a screen reader says after a recalculation; it is silent while this stays the same. */
function announcement(answer: Answer | undefined, path: string | null): string {
  const root = answer?.roots.find((each) => each.path === path);
  if (root === undefined) return '';
  const { gaps, findings, next } = rootFigures(root);
  const parts = [
    counted(root.systems.length, 'system'),
    counted(gaps, 'gap'),
    counted(findings.length, 'finding'),
    ...(next ? [`next date ${next.milestone.day}`] : []),
  ];
  return `Advice calculated: ${joined(parts)}.`;
}

function RootChoice({
  answer,
  root,
  onRoot,
}: {
  answer: Answer;
  root: string | null;
  onRoot: (path: string) => void;
}) {
  return (
    <label>
      Manifest{' '}
      <select value={root ?? ''} onChange={({ currentTarget }) => onRoot(currentTarget.value)}>
        {answer.roots.map(({ path }) => (
          <option key={path} value={path}>
            {path}
          </option>
        ))}
      </select>
    </label>
  );
}

function Failure({ message, actions }: { message: string; actions: PageActions }) {
  return (
    <main class="page">
      <h1>AI governance advice</h1>
      <div class="notice notice-bad">
        <p>{message}</p>
      </div>
      <p>
        <button type="button" class="primary" onClick={() => actions.newManifest()}>
          New manifest
        </button>
      </p>
    </main>
  );
}
