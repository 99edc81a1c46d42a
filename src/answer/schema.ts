import * as z from 'zod';
import { trialSchema } from './trial';

/**
 * The contract between the core and everything that shows it: one value, one schema. Names and values are fixed,
 * since other programs read them. Arrays have a stable order, told beside each. Dates are ISO days.
 */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A text by id and parameters; the English words are in the tables of `render/words` and beside each rule. */
export const textSchema = z.strictObject({
  id: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
});

const positionSchema = z.strictObject({ line: z.int().min(0), character: z.int().min(0) });

/** Zero-based, end exclusive, in UTF-16 units, as in the Language Server Protocol. */
export const rangeSchema = z.strictObject({ start: positionSchema, end: positionSchema });

/** Where in the manifest something stands. `path` is dotted, list members by id or name, else by index. */
export const placeSchema = z.strictObject({ path: z.string(), file: z.string(), range: rangeSchema });

/** What decided, or what keeps it open; `entry` is the catalog entry behind it. */
export const reasonSchema = z.strictObject({
  text: textSchema,
  places: z.array(placeSchema),
  entry: z.string().optional(),
});

export const verdictSchema = z.enum(['yes', 'no', 'unknown']);
export const gradeSchema = z.enum(['high', 'medium', 'low']);

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const factValue = z.union([scalar, z.array(z.json()), z.record(z.string(), z.json())]);

/** What the manifest says, or does not: a value, several values that are still possible, or unknown. */
export const factSchema = z.union([
  z.strictObject({
    value: factValue,
    from: z.enum(['given', 'defaulted', 'derived']),
    places: z.array(placeSchema),
  }),
  z.strictObject({ oneOf: z.array(scalar), from: z.literal('derived'), places: z.array(placeSchema) }),
  z.strictObject({
    unknown: z.literal(true),
    from: z.enum(['given', 'defaulted', 'derived']),
    places: z.array(placeSchema),
  }),
]);

const claimStateSchema = z.strictObject({
  id: z.string(),
  state: z.enum(['accepted', 'refused', 'open']),
  reasons: z.array(reasonSchema),
});

/**
 * One ground on which a class holds or may hold; grounds that are `no` are not listed. The gravest class first, where
 * the law has classes graver than others; catalog order within.
 */
export const classSchema = z.strictObject({
  id: z.string(),
  basis: z.string(),
  /** Title of the ground, in words; an addition to the contract. */
  title: z.string(),
  verdict: verdictSchema,
  /** From when it has effect, past or coming. */
  since: day.nullable(),
  /** Set when that day was another before; an addition to the contract. */
  sinceMoved: z.strictObject({ from: day, by: z.string() }).optional(),
  reasons: z.array(reasonSchema),
  openExceptions: z.array(z.string()),
  claims: z.array(claimStateSchema),
  grade: gradeSchema,
  reported: z.boolean(),
});

export const dutyStateSchema = z.enum(['met', 'declared', 'partial', 'missing', 'waived', 'unknown']);

/** One obligation, with the roles held or unstated. Catalog order. */
export const dutySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  article: z.string(),
  /** What it asks, in a sentence or two; an addition to the contract. */
  statement: z.string(),
  roles: z.array(z.string()),
  themes: z.array(z.string()),
  applies: verdictSchema,
  due: day.nullable(),
  dueMoved: z.strictObject({ from: day, by: z.string() }).optional(),
  /** What makes it lighter for this organization, or may do so; an addition to the contract. Catalog order. */
  reliefs: z
    .array(
      z.strictObject({ article: z.string(), statement: z.string(), applies: z.enum(['yes', 'unknown']) }),
    )
    .optional(),
  state: dutyStateSchema,
  /** Controls that mainly fulfil it, then others that serve it; each group by id. */
  controls: z.array(z.string()),
  reasons: z.array(reasonSchema),
  grade: gradeSchema,
  reported: z.boolean(),
});

export const regimeStatusSchema = z.enum([
  'proposed',
  'adopted',
  'in-force',
  'superseded',
  'repealed',
  'contested',
  'voluntary-in-use',
]);

/**
 * What is sure of the class while a graver one is open: it is at least `class`, and each of `open` (gravest first) may
 * still hold. `by` are the manifest paths that keep these open, the most deciding first. `class` may be one that no
 * ground brings for sure yet: whatever the one open field turns out to be, it or a graver one holds.
 */
export const atLeastSchema = z.strictObject({
  class: z.string(),
  open: z.array(z.string()).min(1),
  by: z.array(z.string()),
});

/** Catalog order: by id. */
export const regimeSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What people call it, for a list or a sentence; an addition to the contract. */
  shortTitle: z.string().optional(),
  jurisdiction: z.string(),
  binding: z.boolean(),
  status: regimeStatusSchema,
  applies: verdictSchema,
  reasons: z.array(reasonSchema),
  classes: z.array(classSchema),
  /** Only where a graver class than the sure one is open; an addition to the contract. */
  atLeast: atLeastSchema.optional(),
  duties: z.array(dutySchema),
  grade: gradeSchema,
  reported: z.boolean(),
});

/** Risks that are not `no`; gravest first, then `yes` before `unknown`, then by id. */
export const riskSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  family: z.enum(['legal', 'social', 'technical']),
  verdict: verdictSchema,
  severity: z.int().min(1).max(5),
  raisedBy: z.array(reasonSchema),
  loweredBy: z.array(reasonSchema),
  controls: z.array(z.string()),
  reasons: z.array(reasonSchema),
  grade: gradeSchema,
});

export const controlStateSchema = z.enum([
  'met',
  'declared',
  'partial',
  'missing',
  'waived',
  'not-applicable',
]);

/** Asked ones first, the weightiest first (see `assess/controls`), then by id. */
export const controlSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  statement: z.string(),
  asked: z.boolean(),
  /** Whether a binding duty that applies asks for it; an addition to the contract. */
  legal: z.boolean(),
  state: controlStateSchema,
  /** What a declared, planned or partial control lacks, in words; an addition to the contract. */
  lacks: z.array(textSchema),
  /** Highest severity among the sure risks it mainly answers; 0 where there is none. An addition to the contract. */
  severity: z.int().min(0).max(5),
  /** Severity, and more where a binding duty is due: what a need weighs. An addition to the contract. */
  weight: z.int().min(0),
  /** Day on which the first binding duty behind it is due; null when none is. */
  due: day.nullable(),
  because: z.strictObject({ duties: z.array(z.string()), risks: z.array(z.string()) }),
  evidence: z.array(z.strictObject({ path: z.string(), exists: z.boolean(), empty: z.boolean() })),
  grade: gradeSchema,
});

/**
 * What one answer to a question would do: how many conclusions come out differently, and the few gravest of them (at
 * most three, gravest first): what it brings, leaves open where another answer would not, or rules out.
 */
export const effectSchema = z.strictObject({
  option: scalar,
  /** Counted as the `flips` of the question are. */
  settles: z.int().min(0),
  outcomes: z.array(textSchema),
});

/** Those that settle something binding or a risk before all others; most deciding first, then by path. */
export const questionSchema = z.strictObject({
  path: z.string(),
  why: textSchema,
  options: z.array(scalar),
  /** One for each option, in their order; an addition to the contract. */
  effects: z.array(effectSchema),
  /**
   * How many conclusions the answer could settle: whether laws apply, grounds of classes and duties under them, and
   * risks. What is voluntary, proposed or only reported counts only where the answer settles nothing else.
   */
  flips: z.int().min(1),
  /** Set where the answer settles nothing that binds and no risk; an addition to the contract. */
  voluntary: z.literal(true).optional(),
  /** Where the answer would be written; an addition to the contract. */
  place: placeSchema,
});

/** Regimes that apply and cannot both be met by the same act. By id. */
export const conflictSchema = z.strictObject({
  id: z.string(),
  /** Title, what clashes and what to do, in words; additions to the contract. */
  title: z.string(),
  statement: z.string(),
  advice: z.string(),
  /** Regimes that apply to one of the systems, by id. */
  between: z.array(z.string()),
  /** In the order of the manifest. */
  systems: z.array(z.string()),
  themes: z.array(z.string()),
  reasons: z.array(reasonSchema),
  grade: gradeSchema,
});

/** What the law of a place asks under a theme. */
export const positionOnThemeSchema = z.strictObject({
  /** A column of the same divergence, by id. */
  jurisdiction: z.string(),
  /**
   * `binding`: a binding duty applies; `voluntary`: only texts without force of law ask for it; `open`: a binding duty
   * may apply; `none`: no binding or voluntary duty was found here, which says nothing about being compliant;
   * `unseen`: the catalog has no law of this place.
   */
  force: z.enum(['binding', 'open', 'voluntary', 'none', 'unseen']),
  /** First day on which one of these duties is due; null where no day is set or none applies. */
  since: day.nullable(),
  /** Duties that make it so, catalog order. */
  duties: z.array(z.string()),
  /** Binding duties that may apply beside those, catalog order; none where `force` is `open`, whose duties they are. */
  mayAdd: z.array(z.string()),
  /** Places that contain this one and whose law binds here too, or may; nearest first. */
  around: z.array(z.strictObject({ jurisdiction: z.string(), force: z.enum(['binding', 'open']) })),
  reported: z.boolean(),
});

/** Themes by jurisdictions for one system; an addition to the contract. */
export const divergenceSchema = z.strictObject({
  /** In the order that was asked for, else by id. */
  jurisdictions: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      /** The manifest does not name it: read as if the system were offered there too. */
      supposed: z.boolean(),
      /** Proposed texts that would apply: coming, not law. */
      coming: z.array(z.string()),
      /** Places inside it that are no columns and have binding texts that apply or may apply. By id. */
      inside: z.array(z.string()),
    }),
  ),
  /** The manifest does not say everywhere that the system is offered, so more places may count. */
  open: z.boolean(),
  /** Conflicts between texts of these places, by id; with those that only supposed places bring. */
  conflicts: z.array(conflictSchema),
  /** In the order of the vocabulary; themes that nobody asks for are left out. */
  themes: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      cells: z.array(positionOnThemeSchema),
      /** The strictest of the binding regimes that apply in the columns and around them, where the catalog ranks them. */
      strictest: z.string().nullable(),
      /** Its short title, to be read. */
      strictestTitle: z.string().nullable(),
      /** Whether who meets the strictest meets the others too; null where nothing is to be compared. */
      meets: z.enum(['yes', 'mostly', 'partly', 'no']).nullable(),
      because: z.string().nullable(),
      conflicts: z.array(z.string()),
    }),
  ),
});

/**
 * A class that the manifest declares beside what is derived, in the order of the manifest. It changes no conclusion.
 * `milder`: a graver class is derived, and none as grave is declared. `graver`: the class is not derived.
 */
export const declaredClassSchema = z.strictObject({
  regime: z.string(),
  class: z.string(),
  agrees: verdictSchema,
  /** Only where `agrees` is `no`. */
  differs: z.enum(['milder', 'graver']).optional(),
  /** Classes of the regime that are derived for sure. Catalog order. */
  derived: z.array(z.string()),
  /** The reason that the manifest gives, as text: nothing rests on it. */
  said: z.string().nullable(),
  /** What derives the other class, or keeps this one open. */
  reasons: z.array(reasonSchema),
  /** Where the class is declared. */
  place: placeSchema,
});

/** In the order of the manifest. */
export const systemSchema = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  purpose: z.string().nullable(),
  path: z.string(),
  file: z.string(),
  range: rangeSchema,
  facts: z.record(z.string(), factSchema),
  regimes: z.array(regimeSchema),
  /** What the manifest declares its classes to be; an addition to the contract. */
  declared: z.array(declaredClassSchema),
  risks: z.array(riskSchema),
  controls: z.array(controlSchema),
  questions: z.array(questionSchema).nullable(),
  /** Left out where it was not asked for. */
  divergence: divergenceSchema.optional(),
});

/** Heaviest first, then by id. */
export const needSchema = z.strictObject({
  id: z.string(),
  /** Id of the system, or `*` for the organization as a whole. */
  system: z.string(),
  capability: z.string(),
  moment: z.string(),
  weight: z.int().min(0),
  legal: z.boolean(),
  controls: z.array(z.string()),
});

const alternativeSchema = z.strictObject({
  tool: z.string(),
  name: z.string(),
  loses: z.array(z.string()),
  gains: z.array(z.string()),
  costChange: z.int(),
  /** The one thing by which it lost; an addition to the contract. */
  lost: textSchema.optional(),
  reasons: z.array(reasonSchema),
});

/** By weight closed, then by id. */
export const choiceSchema = z.strictObject({
  tool: z.string(),
  name: z.string(),
  summary: z.string(),
  homepage: z.string(),
  closes: z.array(z.string()),
  closesAlone: z.array(z.string()),
  /** Those of `closes` that rest on our reading of what the tool is for, not on a source; an addition to the contract. */
  judged: z.array(z.string()).optional(),
  /** Systems whose needs it closes, in the order of the manifest, `*` last; an addition to the contract. */
  serves: z.array(z.string()).optional(),
  cost: z.int().min(0).max(9),
  inUse: z.boolean(),
  /** What to do with it: of those in use, `drop` where the others do all that it does. An addition to the contract. */
  advice: z.enum(['keep', 'drop', 'add']).optional(),
  reasons: z.array(reasonSchema),
  alternatives: z.array(alternativeSchema),
});

export const unmetSchema = z.strictObject({
  need: z.string(),
  why: z.enum(['no-tool', 'shut-out', 'over-size']),
  constraint: z.string().optional(),
});

const leavingSchema = z.strictObject({ tool: z.string(), name: z.string(), because: textSchema });

const blockedSchema = z.strictObject({
  need: z.string(),
  constraints: z.array(z.string()).min(1),
  lifting: z.array(z.string()).min(1),
});

export const portfolioSchema = z.strictObject({
  proven: z.boolean(),
  /** Not proven: what a better set could close more at most, of all needs. */
  gap: z.int().min(0).optional(),
  /** The same of needs with the law behind them; an addition to the contract. */
  legalGap: z.int().min(0).optional(),
  /** How many tools were allowed. */
  size: z.int().min(0),
  needs: z.array(needSchema),
  processOnly: z.array(
    z.strictObject({
      system: z.string(),
      control: z.string(),
      guidance: z.string(),
      /** Where `ai-governance new control` writes a document to fill in; an addition to the contract. */
      template: z.string().optional(),
    }),
  ),
  tools: z.array(choiceSchema),
  /** Tools in use that may go, in the order of the manifest; an addition to the contract. */
  leaving: z.array(leavingSchema).optional(),
  unmet: z.array(unmetSchema),
  /**
   * Needs with the law behind them that preferences alone make unmeetable: the fewest constraints that would have to go,
   * and the tools that could be had then. In the order of needs; an addition to the contract.
   */
  blocked: z.array(blockedSchema).optional(),
  excluded: z.array(
    z.strictObject({ tool: z.string(), constraint: z.string(), lifting: z.array(z.string()) }),
  ),
  frontier: z.array(
    z.strictObject({
      size: z.int(),
      tools: z.array(z.string()),
      legalWeight: z.int(),
      weight: z.int(),
      cost: z.int(),
      /** What it closes more than the size before, the first more than what is in use; an addition to the contract. */
      gain: z.strictObject({ legalWeight: z.int(), weight: z.int() }).optional(),
    }),
  ),
  /** Titles of the tools that are named by id in these lists; an addition to the contract. */
  toolNames: z.record(z.string(), z.string()).optional(),
  firm: z.array(
    z.strictObject({
      change: textSchema,
      same: z.boolean(),
      tools: z.array(z.string()),
      /** What is closed then, with what is in use; additions to the contract. */
      legalWeight: z.int().optional(),
      weight: z.int().optional(),
    }),
  ),
  /** A plan for a trial; left out where it was not asked for. An addition to the contract. */
  trial: trialSchema.optional(),
});

export const severitySchema = z.enum(['error', 'warning', 'information', 'hint']);

/** By file, then by range, then by rule. */
export const findingSchema = z.strictObject({
  rule: z.string(),
  severity: severitySchema,
  message: textSchema.safeExtend({ text: z.string() }),
  place: placeSchema,
  related: z.array(z.strictObject({ place: placeSchema, message: z.string() })),
  fixes: z.array(z.strictObject({ id: z.string(), title: z.string(), safe: z.boolean() })),
  ignored: z.strictObject({ reason: z.string(), until: day.nullable() }).optional(),
});

/** An entry of an overlay that counts: it adds one to the catalog, replaces one, or withdraws one. */
export const catalogChangeSchema = z.strictObject({
  kind: z.enum(['capabilities', 'controls', 'regimes', 'risks', 'tools', 'vocabularies']),
  id: z.string(),
  how: z.enum(['added', 'replaced', 'withdrawn']),
  file: z.string(),
  /** Why it is withdrawn. */
  reason: z.string().optional(),
});

/** An entry that the advice rests on and that was to be held against its sources again by the day of the answer. */
export const staleEntrySchema = z.strictObject({
  kind: z.enum([
    'background',
    'comparisons',
    'conflicts',
    'controls',
    'frameworks',
    'regimes',
    'risks',
    'tools',
  ]),
  id: z.string(),
  title: z.string(),
  /** The newest day on which one of its sources was read; null where none ever was. */
  read: day.nullable(),
  /** Its review day; null where it was never read, and so is overdue on any day. */
  due: day.nullable(),
});

/** One manifest root: the root file and its parts, read as of one day against one catalog. */
export const rootSchema = z.strictObject({
  path: z.string(),
  parts: z.array(z.string()),
  asOf: day,
  knownUntil: day,
  catalog: z.strictObject({
    version: z.string(),
    /** Of the bundled catalog and the files of all overlays together. */
    hash: z.string(),
    /** Folders that are laid over the catalog, in their order. */
    overlays: z.array(z.string()),
    /** What their entries change, by kind and id; missing without overlays. An addition to the contract. */
    changes: z.array(catalogChangeSchema).optional(),
    /**
     * What the advice rests on and is past its review day on `asOf`, the longest overdue first; missing where nothing is.
     * An addition to the contract.
     */
    stale: z.array(staleEntrySchema).optional(),
  }),
  organization: z.record(z.string(), factSchema),
  findings: z.array(findingSchema),
  systems: z.array(systemSchema),
  /** Judged once a manifest: risks of the organization, and the controls they ask for. */
  risks: z.array(riskSchema),
  controls: z.array(controlSchema),
  conflicts: z.array(conflictSchema),
  questions: z.array(questionSchema).nullable(),
  portfolio: portfolioSchema.nullable(),
});

/** Everything concluded from the roots that were asked for, by path. */
export const answerSchema = z.strictObject({ schemaVersion: z.literal(1), roots: z.array(rootSchema) });

export type Answer = z.infer<typeof answerSchema>;
export type Root = z.infer<typeof rootSchema>;
export type System = z.infer<typeof systemSchema>;
export type StaleEntry = z.infer<typeof staleEntrySchema>;
export type Fact = z.infer<typeof factSchema>;
export type Place = z.infer<typeof placeSchema>;
export type Range = z.infer<typeof rangeSchema>;
export type Reason = z.infer<typeof reasonSchema>;
export type Text = z.infer<typeof textSchema>;
export type Verdict = z.infer<typeof verdictSchema>;
export type Grade = z.infer<typeof gradeSchema>;
export type Regime = z.infer<typeof regimeSchema>;
export type Class = z.infer<typeof classSchema>;
export type DeclaredClass = z.infer<typeof declaredClassSchema>;
export type Claim = z.infer<typeof claimStateSchema>;
export type Duty = z.infer<typeof dutySchema>;
export type DutyState = z.infer<typeof dutyStateSchema>;
export type Risk = z.infer<typeof riskSchema>;
export type Control = z.infer<typeof controlSchema>;
export type ControlState = z.infer<typeof controlStateSchema>;
export type AtLeast = z.infer<typeof atLeastSchema>;
export type Question = z.infer<typeof questionSchema>;
export type Conflict = z.infer<typeof conflictSchema>;
export type Divergence = z.infer<typeof divergenceSchema>;
export type PositionOnTheme = z.infer<typeof positionOnThemeSchema>;
export type Effect = z.infer<typeof effectSchema>;
export type Portfolio = z.infer<typeof portfolioSchema>;
export type Need = z.infer<typeof needSchema>;
export type Choice = z.infer<typeof choiceSchema>;
export type Unmet = z.infer<typeof unmetSchema>;
export type Leaving = z.infer<typeof leavingSchema>;
export type Blocked = z.infer<typeof blockedSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type Severity = z.infer<typeof severitySchema>;
