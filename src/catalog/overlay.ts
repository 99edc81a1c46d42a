import { nearest } from '../text/nearest';
import { bodiesOf, wholeRegime } from './build';
import { checkConditions } from './checks/conditions';
import { checkCrosswalks } from './checks/crosswalks';
import { checkDates } from './checks/dates';
import { idsOf } from './checks/known';
import { checkProvenance } from './checks/provenance';
import { checkReferences } from './checks/references';
import { checkRegimes } from './checks/regimes';
import { checkStatuses } from './checks/statuses';
import { type Draft, draftOf, type Parsed, type Report } from './draft';
import { type EntryFile, problemAt, type Spot } from './entry-file';
import { inOverlay, type Overlay, type OverlayEntry, type OverlayProblem, readOverlay } from './overlay-file';
import { withoutDangling } from './overlay-references';
import { type Bodies, type EntryKind, entryKinds, type OverlayChange, type Pack } from './pack';
import { type CatalogProblem, type CatalogProblemCode, compare } from './problem';
import { sha256 } from './sha256';

/** A catalog with its guidance. */
export interface Catalog {
  readonly pack: Pack;
  readonly bodies: Bodies;
}

/** What comes of laying overlays over a catalog. */
export interface MergedCatalog extends Catalog {
  /** By file, then by place; at most `mostProblems` a file. */
  readonly problems: readonly OverlayProblem[];
}

/** More problems than this help nobody who looks at one file. */
const mostProblems = 20;

/** What an overlay may lack and still be of use: the catalog itself is held to more. */
const lenient: ReadonlySet<CatalogProblemCode> = new Set(['status-unseen', 'crowded-duty']);

/**
 * Lays overlays over a catalog, the later over the earlier ones. Their entries are held to the same schemas and checks
 * as the catalog's; one with an error is left out, and all else counts. An entry with an id of the catalog needs
 * `replaces: true`, or `withdrawn` alone with the reason. The terms of a vocabulary are added to those of the catalog.
 * The catalog itself is not changed. Never throws; the same files give the same pack.
 */
export function mergeOverlays(catalog: Catalog, overlays: readonly Overlay[]): MergedCatalog {
  return new Merge(catalog).run(overlays);
}

type Value<Kind extends EntryKind> = Pack[Kind][number];
type AnyValue = Value<EntryKind>;

/** An entry as it stands after the overlays so far. */
interface Placed {
  /** Undefined for one that is withdrawn. */
  readonly value: AnyValue | undefined;
  /** Its files in an overlay; none for an entry of the catalog. */
  readonly from: readonly OverlayEntry[];
  readonly reason?: string | undefined;
  /** What stands again where this one has an error. */
  readonly before: Placed | undefined;
}

class Merge {
  readonly #catalog: Catalog;
  readonly #placed: Readonly<Record<EntryKind, Map<string, Placed>>>;
  readonly #problems: OverlayProblem[] = [];
  readonly #broken = new Set<OverlayEntry>();
  readonly #entryOf = new Map<EntryFile, OverlayEntry>();
  readonly #rejected = new Set<string>();
  readonly #drafts: Draft[] = [];

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    const { pack } = catalog;
    this.#placed = {
      capabilities: placedOf(pack.capabilities),
      controls: placedOf(pack.controls),
      regimes: placedOf(pack.regimes),
      risks: placedOf(pack.risks),
      tools: placedOf(pack.tools),
      vocabularies: placedOf(pack.vocabularies),
    };
  }

  run(given: readonly Overlay[]): MergedCatalog {
    const overlays = given.map(({ folder, files }) => ({
      folder,
      files: files.toSorted((a, b) => compare(a.path, b.path)),
    }));
    for (const overlay of overlays) this.#layOver(overlay);
    this.#check();
    this.#takeBack();
    const { pack } = this.#catalog;
    const texts = overlays.map(({ files }) =>
      files.map((file) => [file.path, 'text' in file ? file.text : null]),
    );
    const merged: Pack = {
      ...pack,
      regimes: this.#list('regimes'),
      risks: this.#list('risks'),
      controls: this.#list('controls'),
      capabilities: this.#list('capabilities'),
      tools: this.#list('tools'),
      vocabularies: this.#list('vocabularies'),
      hash: sha256(JSON.stringify([pack.hash, texts])),
      overlays: { folders: overlays.map(({ folder }) => folder), changes: this.#changes() },
    };
    return { pack: withoutDangling(merged), bodies: this.#bodies(), problems: ordered(this.#problems) };
  }

  #layOver(overlay: Overlay): void {
    const { entries, problems } = readOverlay(overlay);
    this.#problems.push(...problems);
    for (const entry of entries) this.#entryOf.set(entry.file, entry);
    const wrong = new Set(problems.map(({ file }) => file));
    const byPath = new Map(entries.map((entry) => [entry.file.path, entry]));
    for (const entry of entries) {
      if (wrong.has(`${overlay.folder}/${entry.file.path}`)) this.#broken.add(entry);
    }
    for (const entry of entries) if (entry.withdrawn !== undefined) this.#withdraw(entry);
    const files = entries.filter((entry) => entry.withdrawn === undefined).map(({ file }) => file);
    const { draft, problems: found } = draftOf(files, { isOverlay: true });
    for (const problem of found) this.#add(byPath.get(problem.file), problem);
    for (const name of draft.rejected) this.#rejected.add(name);
    this.#drafts.push(draft);
    for (const regime of draft.regimes) {
      this.#place('regimes', wholeRegime(regime), [regime.main, ...regime.parts]);
    }
    for (const kind of ['risks', 'controls', 'capabilities', 'tools'] as const) {
      for (const parsed of draft[kind]) this.#place(kind, { id: parsed.id, ...parsed.value }, [parsed]);
    }
    for (const vocabulary of draft.vocabularies) this.#extend(vocabulary);
  }

  #add(entry: OverlayEntry | undefined, problem: CatalogProblem): void {
    if (!entry) return;
    this.#problems.push(inOverlay(entry, problem));
    if (problem.severity === 'error') this.#broken.add(entry);
  }

  #say(
    file: EntryFile,
    spot: Spot,
    code: CatalogProblemCode,
    message: string,
    severity?: 'error' | 'warning',
  ) {
    const grade = lenient.has(code) ? 'warning' : severity;
    this.#add(this.#entryOf.get(file), problemAt(file, spot, code, message, grade));
  }

  #withdraw(entry: OverlayEntry): void {
    const { kind, id, file, withdrawn } = entry;
    for (const problem of file.problems) this.#add(entry, problem);
    if (file.problems.length > 0) return;
    const [first] = file.tree?.kind === 'mapping' ? file.tree.entries : [];
    if (first) {
      const message = `A withdrawal says only why. Remove ${first.key} and what else is beside it, or remove withdrawn.`;
      this.#say(file, { steps: [first.key], on: 'key' }, 'unknown-key', message);
      return;
    }
    if (kind === undefined || kind === 'vocabularies' || !isEntryPath(file.path)) {
      const message =
        'A withdrawal is a file with the name of what it withdraws, in tools, capabilities, controls, risks or regimes.';
      this.#say(file, { steps: [] }, 'file', message);
      return;
    }
    const before = this.#placed[kind].get(id);
    if (before?.value === undefined) {
      const meant = nearest(id, this.#placed[kind].keys());
      const advice =
        meant === undefined ? 'Remove the file.' : `Did you mean ${meant}? Then call the file ${meant}.md.`;
      this.#say(file, { steps: [] }, 'unknown-id', `There is no ${nouns[kind]} ${id} to withdraw. ${advice}`);
      return;
    }
    this.#placed[kind].set(id, { value: undefined, from: [entry], reason: withdrawn, before });
  }

  #place(kind: EntryKind, value: AnyValue, parsed: readonly Pick<Parsed<unknown>, 'file'>[]): void {
    const from = parsed.flatMap(({ file }) => this.#entryOf.get(file) ?? []);
    const [main] = from;
    if (!main) return;
    const before = this.#placed[kind].get(value.id);
    const replaces = from.some((entry) => entry.replaces);
    if (before?.value !== undefined && !replaces) {
      const message = `There is a ${nouns[kind]} ${value.id} already. Write replaces: true to put this one in its place, or call the file by another id.`;
      this.#say(main.file, { steps: ['title'], on: 'key' }, 'duplicate-id', message);
      return;
    }
    if (before?.value === undefined && replaces) {
      const message = `There is no ${nouns[kind]} ${value.id} to replace, so this one is added. Remove replaces, or correct the name of the file.`;
      this.#say(main.file, { steps: [] }, 'unknown-id', message, 'warning');
    }
    this.#placed[kind].set(value.id, { value, from, before });
  }

  /** A vocabulary gets longer, and loses nothing: the catalog's own entries use its terms. */
  #extend({ id, file, value }: Draft['vocabularies'][number]): void {
    const entry = this.#entryOf.get(file);
    const before = this.#placed.vocabularies.get(id);
    const known = before?.value && 'terms' in before.value ? before.value : undefined;
    if (!entry || !known || entry.replaces) {
      const message = known
        ? 'A vocabulary is not replaced: its terms are added. Remove replaces, and the terms that the catalog has.'
        : `There is no vocabulary ${id}. Those that can get more terms are: ${[...this.#placed.vocabularies.keys()].join(', ')}.`;
      this.#say(file, { steps: [] }, 'file', message);
      return;
    }
    const ids = new Set(known.terms.map((term) => term.id));
    value.terms.forEach((term, index) => {
      if (ids.has(term.id)) {
        const message = `There is a term ${term.id} already. Remove it, or choose another id.`;
        this.#say(file, { steps: ['terms', index, 'id'] }, 'duplicate-id', message);
      }
      ids.add(term.id);
    });
    if (this.#broken.has(entry)) this.#rejected.add(`vocabularies/${id}`);
    else {
      const terms = [...known.terms, ...value.terms];
      this.#placed.vocabularies.set(id, { value: { ...known, terms }, from: [entry], before });
    }
  }

  /** The checks of the catalog, over what the overlays bring, against the ids of the whole. */
  #check(): void {
    const stands = ({ file }: Pick<Parsed<unknown>, 'file'>) => {
      const entry = this.#entryOf.get(file);
      return (
        entry?.kind !== undefined && this.#placed[entry.kind].get(entry.id)?.from.includes(entry) === true
      );
    };
    const draft: Draft = {
      about: undefined,
      regimes: this.#drafts.flatMap(({ regimes }) => regimes).filter(({ main }) => stands(main)),
      // How laws stand to each other is for the catalog to judge, which sees them all.
      conflicts: [],
      comparisons: [],
      background: [],
      frameworks: [],
      templates: [],
      risks: this.#drafts.flatMap(({ risks }) => risks).filter(stands),
      controls: this.#drafts.flatMap(({ controls }) => controls).filter(stands),
      capabilities: this.#drafts.flatMap(({ capabilities }) => capabilities).filter(stands),
      tools: this.#drafts.flatMap(({ tools }) => tools).filter(stands),
      vocabularies: [],
      rejected: this.#rejected,
    };
    const known = idsOf({
      themes: this.#list('vocabularies').flatMap(({ id, terms }) => (id === 'themes' ? terms : [])),
      capabilities: this.#list('capabilities'),
      risks: this.#list('risks'),
      regimes: this.#list('regimes'),
      duties: this.#list('regimes').flatMap(({ duties }) => duties),
      frameworks: this.#catalog.pack.frameworks,
      rejected: this.#rejected,
    });
    const places = new Set(this.#catalog.pack.places.map(({ id }) => id));
    const report: Report = (...about) => {
      this.#say(...about);
    };
    const own = new Set(draft.controls.map(({ id }) => id));
    const others = this.#list('controls').filter(({ id }) => !own.has(id));
    checkRegimes(draft, known, places, report);
    checkReferences(draft, known, report, others);
    checkCrosswalks(draft, this.#catalog.pack.frameworks, known.frameworks, report);
    checkConditions(draft, places, report);
    checkDates(draft, [...this.#entryOf.keys()], report);
    checkStatuses(draft, report);
    checkProvenance(draft, report);
  }

  /** What has an error gives way to what it was laid over; a regime falls with any of its files. */
  #takeBack(): void {
    const brokenRegimes = new Set(
      [...this.#broken].flatMap(({ folder, kind, id }) => (kind === 'regimes' ? `${folder}/${id}` : [])),
    );
    const falls = (entry: OverlayEntry) =>
      this.#broken.has(entry) ||
      (entry.kind === 'regimes' && brokenRegimes.has(`${entry.folder}/${entry.id}`));
    for (const placed of Object.values(this.#placed)) {
      for (const [id, top] of placed) {
        let stays: Placed | undefined = top;
        while (stays?.from.some(falls)) stays = stays.before;
        if (stays) placed.set(id, stays);
        else placed.delete(id);
      }
    }
  }

  /** Entries of a kind that are not withdrawn, by id. */
  #list<Kind extends EntryKind>(kind: Kind): Value<Kind>[] {
    return [...this.#placed[kind].values()]
      .flatMap(({ value }) => value ?? [])
      .sort((a, b) => compare(a.id, b.id))
      .map((value) => value as Value<Kind>); // Each kind has a map of its own, filled by that kind alone.
  }

  #changes(): OverlayChange[] {
    return entryKinds.flatMap((kind) =>
      [...this.#placed[kind]]
        .sort(([a], [b]) => compare(a, b))
        .flatMap(([id, { value, from, reason, before }]): OverlayChange[] => {
          const [entry] = from;
          if (!entry) return [];
          const file = `${entry.folder}/${entry.file.path}`;
          if (value === undefined) return [{ kind, id, how: 'withdrawn', file, reason: reason ?? '' }];
          const adds = kind === 'vocabularies' || before?.value === undefined;
          return [{ kind, id, how: adds ? 'added' : 'replaced', file }];
        }),
    );
  }

  #bodies(): Bodies {
    const bodies = new Map(Object.entries(this.#catalog.bodies));
    for (const kind of entryKinds) {
      for (const [id, { value, from }] of this.#placed[kind]) {
        if (from.length === 0 || kind === 'vocabularies') continue;
        for (const key of bodies.keys()) {
          if (key === `${kind}/${id}` || key.startsWith(`${kind}/${id}/`)) bodies.delete(key);
        }
        if (value === undefined) continue;
        for (const [key, body] of Object.entries(bodiesOf(from.map(({ file }) => file))))
          bodies.set(key, body);
      }
    }
    return Object.fromEntries(bodies);
  }
}

const nouns: Readonly<Record<EntryKind, string>> = {
  capabilities: 'capability',
  controls: 'control',
  regimes: 'regime',
  risks: 'risk',
  tools: 'tool',
  vocabularies: 'vocabulary',
};

function placedOf(entries: readonly AnyValue[]): Map<string, Placed> {
  return new Map(entries.map((value) => [value.id, { value, from: [], before: undefined }]));
}

/** `tools/x.md`, or for a regime `regimes/x/x.md` as well. */
function isEntryPath(path: string): boolean {
  const [, first = '', second, more] = path.split('/');
  return second === undefined ? first.endsWith('.md') : more === undefined && second === `${first}.md`;
}

function ordered(problems: readonly OverlayProblem[]): OverlayProblem[] {
  const seen = new Map<string, number>();
  return [...problems]
    .sort(
      (a, b) =>
        compare(a.file, b.file) ||
        a.span.start - b.span.start ||
        a.span.end - b.span.end ||
        compare(a.message, b.message),
    )
    .filter(({ file }) => {
      const count = (seen.get(file) ?? 0) + 1;
      seen.set(file, count);
      return count <= mostProblems;
    });
}
