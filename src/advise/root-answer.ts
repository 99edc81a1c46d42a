import type { Fact as AnswerFact, Conflict, Control, Question, Risk, Root, System } from '../answer/schema';
import { withBounds } from '../assess/at-least';
import { assessConflicts, joinConflicts } from '../assess/conflicts';
import { assessControls, severityBar } from '../assess/controls';
import { type Declarations, readDeclarations } from '../assess/declarations';
import { joinEffects } from '../assess/effects';
import { byWeight, rankQuestions } from '../assess/questions';
import { joinRisks } from '../assess/risks';
import { everyRegime } from '../assess/system';
import type { Pack } from '../catalog/pack';
import { decide } from '../logic/evaluate';
import { anyOf } from '../logic/verdict';
import type { Facts } from '../manifest/fact';
import { fields } from '../manifest/fields';
import { sharedFacts } from '../manifest/project';
import type { NeedySystem } from '../select/needs';
import { choosePortfolio } from '../select/portfolio';
import { readPreferences } from '../select/preferences';
import { trialOf } from '../select/trial';
import type { Ask } from './advisor';
import { type State, standOf } from './analyze';
import { withAsked } from './asked-preferences';
import type { SystemResult } from './assessing';
import { divergenceOf } from './divergence';
import { matchFrom } from './evidence-files';
import { answerFact } from './fact-answer';
import { needySystem } from './needy-systems';
import { outlineOf } from './outline';
import { settle } from './settle';
import { staleEntries } from './stale';

/** Stands where a system's id would, for what the whole organization needs. */
const wholeOrganization = '*';

/**
 * The answer of a root, with questions, portfolio and divergence only where they are asked for, and with what of the
 * catalog behind it is past its review day.
 */
export function answerRoot(state: State, ask: Ask): Root {
  const unchosen = ask.divergence ? concluded(state, ask) : concludedOnce(state, ask.questions);
  const root = ask.portfolio
    ? { ...unchosen, portfolio: portfolioOf(state, unchosen.controls, ask) }
    : unchosen;
  // On the day as of which the law is read, as for how far the catalog knows it: an answer that is tied to a day stays.
  const stale = staleEntries(state.model.pack, root, state.asOf);
  return stale.length === 0 ? root : { ...root, catalog: { ...root.catalog, stale } };
}

/** By whether questions are in it. Preferences change none of it, and who tries them out asks again and again. */
const known = new WeakMap<State, Map<boolean, Root>>();

function concludedOnce(state: State, questions: boolean): Root {
  const roots = known.get(state) ?? new Map<boolean, Root>();
  known.set(state, roots);
  const root = roots.get(questions) ?? concluded(state, { questions });
  roots.set(questions, root);
  return root;
}

/** Everything but the portfolio. */
function concluded(state: State, ask: Pick<Ask, 'questions' | 'divergence'>): Root {
  const { project, model, asOf, results } = state;
  const { pack } = model;
  const shared = sharedFacts(project);
  const questions = ask.questions
    ? results.map((result) =>
        settle(rankQuestions({ model, given: result.given, asOf }), standOf(result.source)),
      )
    : [];
  const sharedRisks = joinRisks(
    results.map((result) => settle([...result.whole().sharedRisks], standOf(result.source))),
  );
  const sharedControls = controlsOfOrganization(state, shared, sharedRisks);
  return {
    path: project.root.path,
    parts: project.parts.map(({ path }) => path),
    asOf,
    knownUntil: pack.knownUntil,
    catalog: { version: pack.version, hash: pack.hash, ...overlaysOf(pack) },
    organization: settle(factsUnder(shared, 'organization'), { file: project.root.path, line: 0 }),
    findings: [...state.findings],
    systems: results.map((result, index) => {
      const own = questions[index]?.filter(({ path }) => !isShared(path));
      const system = systemAnswer(state, result, ask.questions ? (own ?? []) : null);
      if (!ask.divergence) return system;
      const { source, given } = result;
      const divergence = divergenceOf({ model, id: source.key, given, asOf }, ask.divergence);
      return { ...system, divergence: settle(divergence, standOf(source)) };
    }),
    risks: sharedRisks,
    controls: sharedControls,
    conflicts: joinConflicts(results.flatMap((result) => conflictsOf(state, result))),
    questions: ask.questions ? joinQuestions(questions.flat().filter(({ path }) => isShared(path))) : null,
    portfolio: null,
  };
}

function conflictsOf({ model }: State, { source, facts, whole }: SystemResult): Conflict[] {
  const conflicts = assessConflicts(model, { id: source.key, facts, regimes: whole().regimes });
  return settle(conflicts, standOf(source));
}

/** Which folders are laid over the catalog, and what their entries change; without overlays only that there are none. */
function overlaysOf({ overlays }: Pack): Pick<Root['catalog'], 'overlays' | 'changes'> {
  if (!overlays) return { overlays: [] };
  return { overlays: [...overlays.folders], changes: overlays.changes.map((change) => ({ ...change })) };
}

function systemAnswer({ model, asOf }: State, result: SystemResult, questions: Question[] | null): System {
  const { source, facts } = result;
  const assessment = result.whole();
  return settle(
    {
      ...outlineOf(result),
      facts: factsUnder(facts, 'system'),
      regimes: withBounds(
        { model, given: result.given, asOf },
        everyRegime({ model, facts, asOf }, assessment.regimes),
      ),
      declared: [...assessment.declared],
      risks: [...assessment.risks],
      controls: [...assessment.controls],
      questions,
    },
    standOf(source),
  );
}

/** Facts by their name below a scope: those that are said, and those that follow from them. */
function factsUnder(facts: Facts, scope: string): Record<string, AnswerFact> {
  const named: Record<string, AnswerFact> = {};
  for (const field of fields()) {
    if (!field.path.startsWith(`${scope}.`) || field.kind === 'object' || field.kind === 'record') continue;
    if (isInsideObjects(field.path)) continue;
    const fact = facts.get(field.path);
    const silent = fact.kind === 'absent' || (fact.kind === 'unknown' && !fact.said);
    if (!silent) named[field.path.slice(scope.length + 1)] = answerFact(fact);
  }
  return named;
}

const objectLists = fields()
  .filter((field) => field.kind === 'object-list')
  .map((field) => `${field.path}.`);

function isInsideObjects(path: string): boolean {
  return objectLists.some((prefix) => path.startsWith(prefix));
}

/** Places inside a system have its path; a question about the organization is asked once, for all of them. */
function isShared(path: string): boolean {
  return path.startsWith('organization.');
}

function joinQuestions(questions: readonly Question[]): Question[] {
  const byPath = new Map<string, Question>();
  // What binds for any system is what is counted, as it is for one.
  for (const question of questions.toSorted(byWeight)) {
    const earlier = byPath.get(question.path);
    if (earlier && question.voluntary && !earlier.voluntary) continue;
    const flips = question.flips + (earlier?.flips ?? 0);
    const why = { ...question.why, params: { ...question.why.params, count: flips } };
    const effects = earlier ? joinEffects(earlier.effects, question.effects) : question.effects;
    byPath.set(question.path, { ...question, effects, flips, why });
  }
  return [...byPath.values()].sort(byWeight);
}

/** Controls that risks of the organization ask for; done by any system, they are done. */
function controlsOfOrganization(state: State, shared: Facts, risks: readonly Risk[]): Control[] {
  const { model, asOf, input, results } = state;
  const match = matchFrom(input);
  const declared = results.map(({ facts }) => readDeclarations(facts, match));
  const declarations: Declarations = {
    controls: [],
    control: (id, day) => best(declared.flatMap((one) => one.control(id, day) ?? [])),
    waiver: (kind, id, day) =>
      declared.map((one) => one.waiver(kind, id, day)).find((spot) => spot !== undefined),
  };
  return assessControls({
    model,
    bar: severityBar(shared),
    // A control of the organization makes sense as soon as it does for one of its systems.
    fits: (condition) => anyOf(results.map(({ facts }) => decide(condition, facts, model.terms))),
    declarations,
    duties: [],
    risks,
    asOf,
  });
}

const stateOrder = ['met', 'waived', 'not-applicable', 'declared', 'partial', 'missing'];

function best<Declared extends { state: string }>(declarations: readonly Declared[]): Declared | undefined {
  return declarations.toSorted((a, b) => stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state))[0];
}

function portfolioOf(state: State, sharedControls: readonly Control[], ask: Ask): Root['portfolio'] {
  const systems = state.results.map((result) => needySystem(result, result.whole().controls));
  const organization: NeedySystem = {
    id: wholeOrganization,
    controls: sharedControls,
    kinds: [...new Set(systems.flatMap(({ kinds }) => kinds))],
    providers: [],
  };
  const all = [...systems, organization];
  const preferences = withAsked(readPreferences(sharedFacts(state.project)), ask.preferences);
  const portfolio = choosePortfolio(state.model, all, preferences);
  return ask.trial ? { ...portfolio, trial: trialOf(state.model, all, preferences, portfolio) } : portfolio;
}
