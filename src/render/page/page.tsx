import type { Answer, Root } from '../../answer/schema';
import { namesOf } from '../words/names';
import { ActionsContext, LevelContext, type PageActions, ReadingContext } from './context';
import { Conflicts } from './conflicts';
import { NoManifest, NoSystems } from './empty';
import { rootFigures } from './figures';
import { Findings } from './findings';
import { Organization } from './organization';
import { Overview } from './overview';
import { Below, Heading } from './section';
import { Sources } from './sources';
import { SystemCard } from './system-card';
import { TopOfRoot } from './top';
import { Tools } from './tools';

/** With more systems than this, their cards begin closed. */
const openSystems = 3;

export interface PageProps {
  readonly answer: Answer;
  /** The only root to show, by path; all of them when it is not said. */
  readonly only?: string;
  /** What a reader can do; nothing in the HTML file. */
  readonly actions?: PageActions;
}

/** The whole report of an answer. Reads nothing but its properties; the same tree in the file and in the editor. */
export function Page({ answer, only, actions }: PageProps) {
  const shown = answer.roots.filter(({ path }) => only === undefined || path === only);
  return (
    <ActionsContext.Provider value={actions}>
      <LevelContext.Provider value={1}>
        <a class="skip" href="#content">
          Skip to the advice
        </a>
        <div class="page">
          <header class="page-head">
            <Heading>AI governance advice</Heading>
          </header>
          <main id="content" tabIndex={-1}>
            <Below>
              {shown.length === 0 && <NoManifest />}
              {shown.map((root) => (
                <OneRoot
                  key={root.path}
                  root={root}
                  index={answer.roots.indexOf(root)}
                  alone={shown.length === 1}
                />
              ))}
            </Below>
          </main>
        </div>
      </LevelContext.Provider>
    </ActionsContext.Provider>
  );
}
