import * as z from 'zod';
import { dataOf, type EntryFile, problemAt, type Spot } from './entry-file';
import { type CatalogProblem, type CatalogProblemCode, compare } from './problem';
import { type BackgroundEntry, backgroundSchema } from './schema/background';
import { type CapabilityEntry, capabilitySchema } from './schema/capability';
import { type ComparisonEntry, comparisonSchema } from './schema/comparison';
import { type ConflictEntry, conflictSchema } from './schema/conflict';
import { type ControlEntry, controlSchema } from './schema/control';
import { daySchema, idSchema } from './schema/facts';
import { type FrameworkEntry, frameworkSchema } from './schema/framework';
import { type RegimeEntry, type RegimePart, regimePartSchema, regimeSchema } from './schema/regime';
import { type RiskEntry, riskSchema } from './schema/risk';
import { type TemplateEntry, templateSchema } from './schema/template';
import { type ToolEntry, toolSchema } from './schema/tool';
import { type VocabularyEntry, vocabularySchema } from './schema/vocabulary';
import { schemaProblems } from './schema-problems';

/** An entry that its schema accepts, with the file it stands in. */
export interface Parsed<T> {
  readonly id: string;
  readonly file: EntryFile;
  readonly value: T;
}

/** A regime: its main file and the further files of its folder, in file order. */
export interface ParsedRegime {
  readonly id: string;
  readonly main: Parsed<Omit<RegimeEntry, 'id'>>;
  readonly parts: readonly Parsed<RegimePart>[];
}

/** Version and last day seen of a catalog, as `catalog.yaml` says. */
export const aboutSchema = z.strictObject({
  version: z.string().regex(/^\d{4}\.\d{2}\.\d{2}$/, { error: 'a version is written YYYY.MM.DD' }),
  knownUntil: daySchema,
});
export type About = z.infer<typeof aboutSchema>;

/** All files of a catalog, each checked by its schema alone. */
export interface Draft {
  readonly about: Parsed<About> | undefined;
  readonly regimes: readonly ParsedRegime[];
  readonly conflicts: readonly Parsed<Omit<ConflictEntry, 'id'>>[];
  readonly comparisons: readonly Parsed<Omit<ComparisonEntry, 'id'>>[];
  readonly background: readonly Parsed<Omit<BackgroundEntry, 'id'>>[];
  readonly frameworks: readonly Parsed<Omit<FrameworkEntry, 'id'>>[];
  readonly risks: readonly Parsed<Omit<RiskEntry, 'id'>>[];
  readonly controls: readonly Parsed<Omit<ControlEntry, 'id'>>[];
  readonly templates: readonly Parsed<Omit<TemplateEntry, 'id'>>[];
  readonly capabilities: readonly Parsed<Omit<CapabilityEntry, 'id'>>[];
  readonly tools: readonly Parsed<Omit<ToolEntry, 'id'>>[];
  readonly vocabularies: readonly Parsed<Omit<VocabularyEntry, 'id'>>[];
  /** Ids of entries that a schema rejected, as `kind/id`: what points at them is not wrong for that. */
  readonly rejected: ReadonlySet<string>;
}

/** Tells the checks' problems to whoever collects them. */
export type Report = (
  file: EntryFile,
  spot: Spot,
  code: CatalogProblemCode,
  message: string,
  severity?: 'error' | 'warning',
) => void;

/**
 * Sorts files into kinds by their folder, and checks each by the schema of its kind. An overlay has no version of its
 * own, and so no `catalog.yaml`.
 */
export function draftOf(
  files: readonly EntryFile[],
  { isOverlay = false } = {},
): { draft: Draft; problems: readonly CatalogProblem[] } {
  const reader = new Reader(files);
  const draft: Draft = {
    about: isOverlay ? undefined : reader.about(),
    regimes: reader.regimes(),
    conflicts: reader.kind('conflicts', conflictSchema),
    comparisons: reader.kind('comparisons', comparisonSchema),
    background: reader.kind('background', backgroundSchema),
    frameworks: reader.kind('frameworks', frameworkSchema),
    risks: reader.kind('risks', riskSchema),
    controls: reader.kind('controls', controlSchema),
    templates: reader.kind('templates', templateSchema),
    capabilities: reader.kind('capabilities', capabilitySchema),
    tools: reader.kind('tools', toolSchema),
    vocabularies: reader.kind('vocabularies', vocabularySchema),
    rejected: reader.rejected,
  };
  reader.finish();
  return { draft, problems: reader.problems };
}

class Reader {
  readonly problems: CatalogProblem[] = [];
  readonly rejected = new Set<string>();
  readonly #files: readonly EntryFile[];
  readonly #seen = new Set<EntryFile>();

  constructor(files: readonly EntryFile[]) {
    this.#files = [...files].sort((a, b) => compare(a.path, b.path));
    for (const file of this.#files) this.problems.push(...file.problems);
  }

  about(): Parsed<About> | undefined {
    const file = this.#files.find(({ path }) => path === 'catalog.yaml');
    if (file) return this.#parse(file, 'catalog', aboutSchema, 'catalog');
    this.problems.push({
      file: 'catalog.yaml',
      line: 0,
      character: 0,
      end: { line: 0, character: 0 },
      code: 'file',
      message: 'The catalog has no catalog.yaml. Write one with version and knownUntil.',
      severity: 'error',
    });
    return undefined;
  }

  kind<T>(folder: string, schema: z.ZodType<T>): Parsed<T>[] {
    return this.#in(folder, 2).flatMap((file) => {
      const id = nameOf(file.path);
      const parsed = this.#parse(file, id, schema, `${folder}/${id}`);
      return parsed ? [parsed] : [];
    });
  }

  regimes(): ParsedRegime[] {
    const mains = [
      ...this.#in('regimes', 2),
      ...this.#in('regimes', 3).filter(({ path }) => nameOf(path) === path.split('/')[1]),
    ].sort((a, b) => compare(nameOf(a.path), nameOf(b.path)));
    const regimes = new Map<string, ParsedRegime>();
    for (const file of mains) {
      const id = nameOf(file.path);
      const parts = this.#in('regimes', 3)
        .filter(({ path }) => path.startsWith(`regimes/${id}/`) && nameOf(path) !== id)
        .flatMap((part) => this.#parse(part, nameOf(part.path), regimePartSchema, `regimes/${id}`) ?? []);
      const main = this.#parse(file, id, regimeSchema, `regimes/${id}`);
      if (regimes.has(id))
        this.#say(file, 'duplicate-id', `There are two files for the regime ${id}. Keep one.`);
      else if (main) regimes.set(id, { id, main, parts });
    }
    return [...regimes.values()];
  }

  /** What no kind has taken is in the wrong place. */
  finish(): void {
    for (const file of this.#files) {
      if (this.#seen.has(file)) continue;
      const advice = file.path.startsWith('regimes/')
        ? 'The folder of a regime holds a main file of the same name.'
        : 'Entries are Markdown files in tools, capabilities, controls, risks, regimes, conflicts, comparisons, background, frameworks, templates or vocabularies.';
      this.#say(file, 'file', `The file belongs to no entry. ${advice}`);
    }
  }

  #in(folder: string, depth: number): EntryFile[] {
    return this.#files.filter(({ path }) => {
      const steps = path.split('/');
      return steps[0] === folder && steps.length === depth && path.endsWith('.md');
    });
  }

  #parse<T>(file: EntryFile, id: string, schema: z.ZodType<T>, name: string): Parsed<T> | undefined {
    this.#seen.add(file);
    const isId = name.startsWith('conflicts/') ? /^C\d+$/.test(id) : idSchema.safeParse(id).success;
    if (!isId) {
      this.#say(
        file,
        'file',
        `The file name is the id, and ${id} is none. An id is kebab-case, dotted in families; that of a conflict is C1, C2, ….`,
      );
    }
    if (file.problems.length > 0) {
      this.rejected.add(name);
      return undefined;
    }
    const data = dataOf(file) ?? {};
    const result = schema.safeParse(data);
    if (result.success) return { id, file, value: result.data };
    this.rejected.add(name);
    for (const { steps, on, code, message } of schemaProblems(schema, data, result.error.issues)) {
      this.problems.push(problemAt(file, { steps, on }, code, message));
    }
    return undefined;
  }

  #say(file: EntryFile, code: CatalogProblemCode, message: string): void {
    this.problems.push(problemAt(file, { steps: [] }, code, message));
  }
}

/** The name of a file without folder and ending. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|yaml)$/, '');
}
