import type { Fact as AnswerFact, Control, Question, Risk, Root, System } from '../answer/schema';
import { assessControls, severityBar } from '../assess/controls';
import { type Declarations, readDeclarations } from '../assess/declarations';
import { rankQuestions } from '../assess/questions';
import { joinRisks } from '../assess/risks';
import { decide } from '../logic/evaluate';
import { anyOf } from '../logic/verdict';
import type { Fact, Facts } from '../manifest/fact';
import { fields } from '../manifest/fields';
import { sharedFacts } from '../manifest/project';
import type { NeedySystem } from '../select/needs';
import { choosePortfolio } from '../select/portfolio';
import { readPreferences } from '../select/preferences';
import { matchFrom, type State, standOf } from './analyze';
import type { SystemResult } from './assessing';
import { answerFact } from './fact-answer';
import { outlineOf } from './outline';
import { settle } from './settle';

/** Stands where a system's id would, for what the whole organization needs. */
const wholeOrganization = '*';

/** The answer of a root, with questions and portfolio only where they are asked for. */
export function answerRoot(state: State, ask: { questions: boolean; portfolio: boolean }): Root {
  const { project, model, asOf, results } = state;
  const { pack } = model;
  const shared = sharedFacts(project);
  const questions = ask.questions
    ? results.map((result) =>
        settle(rankQuestions({ model, given: result.given, asOf }), standOf(result.source)),
      )
    : [];
  const sharedRisks = joinRisks(
    results.map((result) => settle([...result.assessment.sharedRisks], standOf(result.source))),
  );
  const sharedControls = controlsOfOrganization(state, shared, sharedRisks);
  return {
    path: project.root.path,
    parts: project.parts.map(({ path }) => path),
    asOf,
    knownUntil: pack.knownUntil,
    catalog: { version: pack.version, hash: pack.hash, overlays: [] },
    organization: settle(factsUnder(shared, 'organization'), { file: project.root.path, line: 0 }),
    findings: [...state.findings],
    systems: results.map((result, index) => {
      const own = questions[index]?.filter(({ path }) => !isShared(path));
      return systemAnswer(result, ask.questions ? (own ?? []) : null);
    }),
    risks: sharedRisks,
    controls: sharedControls,
    conflicts: [],
    questions: ask.questions ? joinQuestions(questions.flat().filter(({ path }) => isShared(path))) : null,
    portfolio: ask.portfolio ? portfolioOf(state, shared, sharedControls) : null,
  };
}

function systemAnswer(result: SystemResult, questions: Question[] | null): System {
  const { source, facts, assessment } = result;
  return settle(
    {
      ...outlineOf(result),
      facts: factsUnder(facts, 'system'),
      regimes: [...assessment.regimes],
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
  for (const question of questions) {
    const earlier = byPath.get(question.path);
    const flips = question.flips + (earlier?.flips ?? 0);
    const why = { ...question.why, params: { ...question.why.params, count: flips } };
    byPath.set(question.path, { ...question, flips, why });
  }
  return [...byPath.values()].sort((a, b) => b.flips - a.flips || (a.path < b.path ? -1 : 1));
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

function portfolioOf(state: State, shared: Facts, sharedControls: readonly Control[]): Root['portfolio'] {
  const systems: NeedySystem[] = state.results.map(({ source, facts, assessment }) => ({
    id: source.key,
    controls: assessment.controls,
    kinds: kindsOf(facts.get('system.kind')),
  }));
  const allKinds = [...new Set(systems.flatMap(({ kinds }) => kinds))];
  const organization: NeedySystem = { id: wholeOrganization, controls: sharedControls, kinds: allKinds };
  return choosePortfolio(state.model, [...systems, organization], readPreferences(shared));
}

function kindsOf(fact: Fact): string[] {
  if (fact.kind === 'scalar') return [String(fact.value)];
  // Where the kind is said to be unknown, a tool for any kind may serve.
  return fact.kind === 'possible' ? fact.values.map(String) : ['predictive', 'generative', 'agent'];
}
