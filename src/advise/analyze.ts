import type { Finding, Root } from '../answer/schema';
import type { Model } from '../assess/model';
import type { ManifestFile } from '../manifest/document';
import { Spot } from '../manifest/fact';
import { type Project, readProject, type SystemSource, sharedFacts } from '../manifest/project';
import type { PieceContext, RootContext, RootDraft, Rule } from '../rules/rule';
import { rules } from '../rules/rules';
import type { Analysis, AnalyzeInput, Edit } from './advisor';
import { assessSource, ruleIds, type SystemResult } from './assessing';
import { matchFrom } from './evidence-files';
import { byPlace, type Drafted, editsOf, type Found, finish } from './findings';
import { addIgnores } from './ignores';
import { needySystem } from './needy-systems';
import { outlineOf } from './outline';
import type { Catalogs, RootCatalog } from './overlays';
import { type Policy, policyDay, readPolicy } from './policy';
import { answerRoot } from './root-answer';
import { type Stand, settlePlace } from './settle';

/** What an analysis keeps for the next one; callers see only `Analysis`. */
export interface State extends Analysis {
  readonly model: Model;
  readonly project: Project;
  readonly results: readonly SystemResult[];
  readonly policy: Policy;
  /** Everything outside the systems' own items that their conclusions rest on. */
  readonly surroundings: string;
}

/** Analyzes one manifest root. A system whose item and surroundings did not change is not assessed again. */
export function analyze(
  catalogs: Catalogs,
  input: AnalyzeInput,
  previous?: State,
  project = readProject(input.files, input.texts, previous?.project),
): State {
  const shared = sharedFacts(project);
  const catalog = catalogs.for(shared, input.overlays);
  const { model } = catalog;
  const asOf = input.asOf ?? policyDay(shared) ?? input.today;
  const surroundings = describeSurroundings(project, asOf);
  const reusable =
    previous?.model === model &&
    previous.surroundings === surroundings &&
    previous.input.repository === input.repository;
  const earlier = new Map(
    reusable ? previous.results.map((result) => [result.source.item.piece.tree, result]) : [],
  );
  const match = matchFrom(input);
  const results = project.systems.map((source): SystemResult => {
    const same = source.item.piece.tree && earlier.get(source.item.piece.tree);
    if (same && same.source.path === source.path && same.source.item.piece.text === source.item.piece.text) {
      return { ...same, source };
    }
    return assessSource({ model, project, asOf, match }, source);
  });
  const ignoring = results.map(({ source, facts }) => ({ path: source.path, facts }));
  const policy = readPolicy(shared, ignoring, asOf);
  const found = findAll(catalog, project, results, policy, asOf);
  const state: State = {
    input,
    asOf,
    failOn: policy.failOn,
    catalog,
    model,
    project,
    results,
    policy,
    surroundings,
    findings: found.map(({ finding }) => finding),
    outline: () => results.map(outlineOf),
    answer: (ask): Root => answerRoot(state, ask),
    fix: (finding, fixId) => fixOf(found, finding, fixId),
  };
  return state;
}

/**
 * The heads of all files as they stand, with the lines of their keys (places in them are part of conclusions), and
 * the day. Two analyses with the same surroundings conclude the same from the same item.
 */
function describeSurroundings(project: Project, asOf: string): string {
  const heads = [project.root, project.base, ...project.parts].flatMap((file) =>
    file ? [describeHead(file)] : [],
  );
  return [asOf, ...heads].join('\u0000');
}

function describeHead({ path, head }: ManifestFile): string {
  const { piece } = head;
  const entries = piece.tree?.kind === 'mapping' ? piece.tree.entries : [];
  const lines = entries.map((entry) => piece.lines.positionAt(entry.keySpan.start).line);
  return `${path}\u0000${lines.join()}\u0000${piece.text}`;
}

function findAll(
  { model, findings: overlays }: RootCatalog,
  project: Project,
  results: readonly SystemResult[],
  policy: Policy,
  asOf: string,
): Found[] {
  const found: Found[] = [];
  const add = (drafted: Drafted, stand: Stand, by = policy) => {
    const finished = finish(drafted, stand, by);
    if (finished) found.push(finished);
  };
  for (const { source, drafts } of results) for (const drafted of drafts) add(drafted, standOf(source));
  for (const file of [project.root, ...project.parts, ...(project.base ? [project.base] : [])]) {
    const context = headContext(model, file);
    const stand = { file: file.path, line: 0 };
    for (const rule of rules) {
      for (const draft of rule.piece?.(context) ?? []) add({ rule, draft, piece: file.head.piece }, stand);
    }
  }
  const context: RootContext = {
    ...rootContext(model, project, asOf),
    overlays,
    needySystems: () => results.map((result) => needySystem(result, result.assessment.controls)),
  };
  const addRoot = (rule: Rule, draft: RootDraft, by = policy) => {
    const piece = draft.source?.item.piece ?? fileOf(project, draft.spot.file).head.piece;
    const stand = draft.source ? standOf(draft.source) : { file: project.root.path, line: 0 };
    add({ rule, draft, piece }, stand, by);
  };
  for (const rule of rules) for (const draft of rule.root?.(context) ?? []) addRoot(rule, draft);
  addIgnores(found, { ...context, results, policy }, addRoot);
  return withoutDoubles(found).sort((a, b) => byPlace(a.finding, b.finding));
}

function fileOf({ root, parts, base }: Project, path: string): ManifestFile {
  return [...parts, base].find((file) => file?.path === path) ?? root;
}

/** What is wrong with defaults shows in every system that takes them; it is said once. */
function withoutDoubles(found: readonly Found[]): Found[] {
  const said = new Map<string, Found>();
  for (const one of found) {
    const { rule, place, message } = one.finding;
    const { start, end } = place.range;
    const key = [rule, place.file, start.line, start.character, end.line, end.character, message.text].join(
      '\u0000',
    );
    if (!said.has(key)) said.set(key, one);
  }
  return [...said.values()];
}

/** Where a system's item stands now. */
export function standOf({ file, item }: SystemSource): Stand {
  return { file: file.path, line: item.piece.line };
}

function headContext(model: Model, file: ManifestFile): PieceContext {
  return {
    checked: file.head,
    role: file.role,
    format: file.format,
    model,
    ruleIds,
    path: '',
    spot: (span, path = '') => headSpot(file, span, path),
  };
}

function headSpot(file: ManifestFile, span: Spot['span'], path: string): Spot {
  return new Spot(path, file.path, file.head.piece.lines, span);
}

function rootContext(
  model: Model,
  project: Project,
  asOf: string,
): Omit<RootContext, 'overlays' | 'needySystems'> {
  return {
    project,
    model,
    asOf,
    headSpot,
    itemSpot: (source, span, path) => ({
      source,
      spot: new Spot(path, '', source.item.piece.lines, span),
    }),
    placeIn: (source, span, path) =>
      settlePlace(new Spot(path, '', source.item.piece.lines, span), standOf(source)),
  };
}

function fixOf(found: readonly Found[], finding: Finding, fixId: string): readonly Edit[] | undefined {
  const match = found.find(
    (candidate) =>
      candidate.finding.rule === finding.rule &&
      candidate.finding.message.text === finding.message.text &&
      samePlace(candidate.finding, finding),
  );
  return match && editsOf(match, fixId);
}

function samePlace(a: Finding, b: Finding): boolean {
  return a.place.file === b.place.file && JSON.stringify(a.place.range) === JSON.stringify(b.place.range);
}
