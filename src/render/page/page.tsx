import type { ComponentChildren } from 'preact';
import type { Answer, Root } from '../../answer/schema';
import {
  ActionsContext,
  type Folds,
  FoldsContext,
  GuidanceContext,
  type GuidanceSource,
  LevelContext,
  type PageActions,
} from './context';
import { NoManifest } from './empty';
import { OneRoot } from './one-root';
import { RootLine } from './root-line';
import { Below, Heading, Region } from './section';

export interface PageProps {
  readonly answer: Answer;
  /** The only root to show, by path; all of them when it is not said or not there. */
  readonly only?: string | undefined;
  /** What a reader can do; nothing in the HTML file. */
  readonly actions?: PageActions | undefined;
  /** Which parts are open, where the page can tell. */
  readonly folds?: Folds | undefined;
  /** Where guidance comes from; without it none is offered. */
  readonly guidance?: GuidanceSource | undefined;
  /** What the door adds to the head of the page. */
  readonly tools?: ComponentChildren;
}

/** The whole report of an answer. Reads nothing but its properties; the same tree in the file and in the editor. */
export function Page({ answer, only, actions, folds, guidance, tools }: PageProps) {
  const chosen = answer.roots.filter(({ path }) => path === only);
  const shown = chosen.length > 0 ? chosen : answer.roots;
  const [single] = shown.length === 1 ? shown : [];
  return (
    <ActionsContext.Provider value={actions}>
      <FoldsContext.Provider value={folds}>
        <GuidanceContext.Provider value={guidance}>
          <LevelContext.Provider value={1}>
            <a class="skip" href="#content">
              Skip to the advice
            </a>
            <div class="page">
              <header class="page-head">
                <div>
                  <Heading>AI governance advice</Heading>
                  {single && <RootLine root={single} />}
                </div>
                {tools}
              </header>
              <main id="content" tabIndex={-1}>
                <Below>
                  {shown.length === 0 && <NoManifest />}
                  {shown.map((root) => {
                    const anchor = anchorOf(answer, root);
                    if (root === single) return <OneRoot key={root.path} root={root} anchor={anchor} />;
                    return (
                      <Region key={root.path} anchor={`${anchor}root`} title={root.path} class="root">
                        <RootLine root={root} />
                        <OneRoot root={root} anchor={anchor} />
                      </Region>
                    );
                  })}
                </Below>
              </main>
            </div>
          </LevelContext.Provider>
        </GuidanceContext.Provider>
      </FoldsContext.Provider>
    </ActionsContext.Provider>
  );
}

/** Anchors are by position: paths and ids of a manifest can hold anything, and need not be unique. */
export function anchorOf({ roots }: Answer, root: Root): string {
  return `m${roots.indexOf(root)}-`;
}
