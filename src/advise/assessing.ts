import type { Model } from '../assess/model';
import { type AssessInput, type Assessment, assessSystem } from '../assess/system';
import { withDerived } from '../logic/derived';
import { type Facts, Spot } from '../manifest/fact';
import { factsOf, type Project, type SystemSource } from '../manifest/project';
import type { PieceContext, SystemContext } from '../rules/rule';
import { rules } from '../rules/rules';
import type { Drafted } from './findings';

/** Ids of every rule. */
export const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

/** Everything about one system that does not depend on where its item stands in its file. */
export interface SystemResult {
  readonly source: SystemSource;
  /** What the manifest says, without what is derived from it. */
  readonly given: Facts;
  readonly facts: Facts;
  /** What findings rest on: without what does not bind. */
  readonly assessment: Assessment;
  /** Everything concluded, for who asks for it. */
  readonly whole: () => Assessment;
  readonly drafts: readonly Drafted[];
}

export interface AssessOptions extends Pick<AssessInput, 'match'> {
  readonly model: Model;
  readonly project: Project;
  readonly asOf: string;
}

/** Facts, conclusions and findings of one system. */
export function assessSource(options: AssessOptions, source: SystemSource): SystemResult {
  const { model, project, asOf, match } = options;
  const given = factsOf(project, source);
  const facts = withDerived(given, model.terms);
  const assessment = assessSystem({ model, facts, asOf, match }, 'binding');
  let whole: Assessment | undefined;
  const context: SystemContext = {
    ...pieceContext(model, source),
    source,
    facts,
    regimes: assessment.regimes,
    get risks() {
      return assessment.risks;
    },
    controls: assessment.controls,
    claims: assessment.claims,
    declared: assessment.declared,
    declarations: assessment.declarations,
    asOf,
  };
  const { piece } = source.item;
  const drafts = rules.flatMap((rule) =>
    [...(rule.piece?.(context) ?? []), ...(rule.system?.(context) ?? [])].map((draft) => ({
      rule,
      draft,
      piece,
    })),
  );
  return {
    source,
    given,
    facts,
    assessment,
    whole() {
      whole ??= assessSystem({ model, facts, asOf, match });
      return whole;
    },
    drafts,
  };
}

function pieceContext(model: Model, { item, file, path }: SystemSource): PieceContext {
  return {
    checked: item,
    role: 'system',
    format: file.format,
    model,
    ruleIds,
    path,
    spot: (span, at = path) => new Spot(at, '', item.piece.lines, span),
  };
}
