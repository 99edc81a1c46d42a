import type { Root } from '../../answer/schema';
import { namesOf } from '../words/names';
import { Conflicts } from './conflicts';
import { ReadingContext } from './context';
import { NoSystems } from './empty';
import type { RootFigures } from './figures';
import { rootFigures } from './figures';
import { Findings } from './findings';
import { Organization } from './organization';
import { Overview } from './overview';
import { Region } from './section';
import { Sources } from './sources';
import { SystemCard } from './system-card';
import { Tools } from './tools';

/** With more systems than this, their cards begin closed. */
const openSystems = 3;

/** The advice for one manifest root. */
export function OneRoot({ root, anchor }: { root: Root; anchor: string }) {
  const figures = rootFigures(root);
  const empty = root.systems.length === 0;
  return (
    <ReadingContext.Provider value={{ root, names: namesOf(root), anchor }}>
      {!empty && <Contents root={root} anchor={anchor} />}
      {!empty && <Overview figures={figures} />}
      <Findings figures={figures} />
      {empty ? (
        <NoSystems broken={figures.findings.some(({ severity }) => severity === 'error')} />
      ) : (
        <Systems figures={figures} anchor={anchor} />
      )}
      <Organization />
      <Conflicts />
      <Tools />
      <Sources />
    </ReadingContext.Provider>
  );
}

function Contents({ root, anchor }: { root: Root; anchor: string }) {
  return (
    <nav class="contents" aria-label={`Contents of ${root.path}`} data-roving="">
      <a href={`#${anchor}overview`}>Overview</a>
      <a href={`#${anchor}findings`}>Findings</a>
      <a href={`#${anchor}systems`}>Systems</a>
      {root.portfolio !== null && <a href={`#${anchor}tools`}>Tools</a>}
      <a href={`#${anchor}sources`}>Sources</a>
    </nav>
  );
}

function Systems({ figures, anchor }: { figures: RootFigures; anchor: string }) {
  return (
    <Region anchor={`${anchor}systems`} title="Systems" class="systems">
      {figures.systems.map((system, index) => (
        <SystemCard
          key={`${system.system.id} ${index}`}
          figures={system}
          index={index}
          open={figures.systems.length <= openSystems}
        />
      ))}
    </Region>
  );
}
