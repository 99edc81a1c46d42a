/** A root file with its parts. Paths are relative to the asked folder, with `/`, and sorted. */
export interface RootFiles {
  readonly root: string;
  readonly parts: readonly string[];
  /** Root files of the same folder that are not read, since one is enough: YAML goes before JSON. */
  readonly shadowed: readonly string[];
  /** A `*.ai-usage.*` file that has no root above it stands alone. */
  readonly lonePart: boolean;
}

const rootName = /^ai-usage\.(yaml|yml|json)$/;
const partName = /^.+\.ai-usage\.(yaml|yml|json)$/;
const baseName = /^ai-usage-base\.(yaml|yml|json)$/;

function split(path: string): { folder: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1) };
}

/** Whether a file is a manifest file by its name: a root, a part of one, or a base that roots extend. */
export function isManifestPath(path: string): boolean {
  const { name } = split(path);
  return rootName.test(name) || partName.test(name) || baseName.test(name);
}

/** What a manifest file is by its name, or undefined. */
export function manifestRole(path: string): 'root' | 'part' | 'base' | undefined {
  const { name } = split(path);
  if (rootName.test(name)) return 'root';
  if (partName.test(name)) return 'part';
  return baseName.test(name) ? 'base' : undefined;
}

const preference = ['yaml', 'yml', 'json'];

function extensionRank(path: string): number {
  return preference.indexOf(path.slice(path.lastIndexOf('.') + 1));
}

/** Groups manifest files into roots and their parts: a part belongs to the nearest folder above it that has a root. */
export function findRoots(paths: readonly string[]): readonly RootFiles[] {
  const sorted = [...new Set(paths)].sort();
  const rootsByFolder = new Map<string, string[]>();
  for (const path of sorted) {
    const { folder, name } = split(path);
    if (rootName.test(name)) rootsByFolder.set(folder, [...(rootsByFolder.get(folder) ?? []), path]);
  }
  const partsByFolder = new Map<string, string[]>();
  const roots: RootFiles[] = [];
  for (const path of sorted) {
    const { folder, name } = split(path);
    if (!partName.test(name)) continue;
    const owner = nearestFolder(folder, rootsByFolder);
    if (owner === undefined) roots.push({ root: path, parts: [], shadowed: [], lonePart: true });
    else partsByFolder.set(owner, [...(partsByFolder.get(owner) ?? []), path]);
  }
  for (const [folder, candidates] of rootsByFolder) {
    const [root, ...shadowed] = candidates.toSorted((a, b) => extensionRank(a) - extensionRank(b));
    if (root !== undefined)
      roots.push({ root, parts: partsByFolder.get(folder) ?? [], shadowed, lonePart: false });
  }
  return roots.sort((a, b) => (a.root < b.root ? -1 : 1));
}

function nearestFolder(folder: string, roots: ReadonlyMap<string, unknown>): string | undefined {
  let current = folder;
  for (;;) {
    if (roots.has(current)) return current;
    if (current === '') return undefined;
    current = split(current).folder;
  }
}

/**
 * The path that `extends` names, from the folder of the file that says it; undefined when it leaves the asked
 * folder or is no base file's name.
 */
export function resolveBase(from: string, extended: string): string | undefined {
  const steps = split(from).folder.split('/').filter(Boolean);
  for (const step of extended.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..') {
      if (steps.length === 0) return undefined;
      steps.pop();
    } else steps.push(step);
  }
  const path = steps.join('/');
  return extended.startsWith('/') || !baseName.test(steps.at(-1) ?? '') ? undefined : path;
}
