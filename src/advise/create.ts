import type { Bodies, Pack } from '../catalog/pack';
import { type Project, readProject, sharedFacts } from '../manifest/project';
import { manifestRole } from '../manifest/roots';
import { rules } from '../rules/rules';
import type { Advisor, Analysis, RootFiles } from './advisor';
import { analyze, type State } from './analyze';
import { complete } from './completion';
import { explain } from './explain';
import { hover } from './hover-advice';
import { Catalogs, overlayFolders } from './overlays';

/** The advisor over one catalog. `bodies` are the pages to explain entries and rules with; without them pages are short. */
export function createAdvisor(pack: Pack, bodies: Bodies = {}): Advisor {
  const bundled = { pack, bodies };
  const catalogs = new Catalogs(bundled);
  const states = new WeakMap<Analysis, State>();
  /** Projects that were read to find their overlays, and are about to be analyzed. */
  const read = new WeakMap<ReadonlyMap<string, string>, Map<RootFiles, Project>>();
  const stateOf = (analysis: Analysis | undefined) => analysis && states.get(analysis);
  return {
    pack,
    bodies,
    analyze(input, previous) {
      const project = read.get(input.texts)?.get(input.files);
      const state = analyze(catalogs, input, stateOf(previous), project);
      states.set(state, state);
      return state;
    },
    overlayFolders(files, texts, previous) {
      if (!mayName(files, texts)) return [];
      const project = readProject(files, texts, stateOf(previous)?.project);
      read.set(texts, (read.get(texts) ?? new Map<RootFiles, Project>()).set(files, project));
      return overlayFolders(sharedFacts(project));
    },
    complete: (source, position, analysis) =>
      complete(
        analysis?.catalog.pack ?? pack,
        source,
        position,
        rules.map(({ id }) => id),
      ),
    hover: (analysis, file, position) => {
      const state = states.get(analysis);
      return state && hover(state, file, position);
    },
    explain: (id, analysis) => explain(analysis?.catalog ?? bundled, bundled, id),
  };
}

/** Folders are named by the root, or by the base that it may extend. */
function mayName({ root }: RootFiles, texts: ReadonlyMap<string, string>): boolean {
  const text = texts.get(root);
  if (mayMention('catalogs', text)) return true;
  if (!mayMention('extends', text)) return false;
  return [...texts].some(([path, base]) => manifestRole(path) === 'base' && mayMention('catalogs', base));
}

/** A glance, for the many manifests without overlays. In double quotes a key may be written with escapes. */
function mayMention(key: string, text = ''): boolean {
  return text.includes(key) || /\\[uxU]/.test(text);
}
