import type { Claim, Control, Finding, Place, Regime, Risk, Severity, Text } from '../answer/schema';
import type { Declarations } from '../assess/declarations';
import type { ComparedClass } from '../assess/declared-classes';
import type { Model } from '../assess/model';
import type { OverlayProblem } from '../catalog/overlay-file';
import type { Checked, ManifestFile } from '../manifest/document';
import type { Facts, ObjectsFact, Spot } from '../manifest/fact';
import type { Project, SystemSource } from '../manifest/project';
import type { NeedySystem } from '../select/needs';
import type { Format } from '../text/piece';
import type { Span } from '../text/tree';

/** A replacement in the piece of text that a finding stands in. */
export interface PieceEdit {
  readonly span: Span;
  readonly newText: string;
}

/** What would put a finding right. A safe one never changes what the manifest means. */
export interface Fix {
  readonly id: string;
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly PieceEdit[];
}

/** A finding as a rule makes it: without the words, the file and the severity that the policy decides about. */
export interface Draft {
  readonly message: Text;
  readonly spot: Spot;
  /** Set where a rule has more than one severity. */
  readonly severity?: Severity;
  /** The facts that decided, each with a message of the rule. */
  readonly related?: readonly { readonly place: Place; readonly message: Text }[];
  readonly fixes?: readonly Fix[];
}

/** A stretch of a manifest file: the head of a file, or one item of its systems. */
export interface PieceContext {
  readonly checked: Checked;
  readonly role: ManifestFile['role'] | 'system';
  readonly format: Format;
  readonly model: Model;
  /** Ids of all rules: a manifest may speak of them. */
  readonly ruleIds: ReadonlySet<string>;
  /** What the stretch is called in paths: empty for a head, `systems.cv-ranker` for an item. */
  readonly path: string;
  readonly spot: (span: Span, path?: string) => Spot;
}

/** One system with all that was concluded about it. */
export interface SystemContext extends PieceContext {
  readonly source: SystemSource;
  readonly facts: Facts;
  readonly regimes: readonly Regime[];
  readonly risks: readonly Risk[];
  readonly controls: readonly Control[];
  /** What came of each exemption that the system claims. */
  readonly claims: readonly Claim[];
  /** What the system declares its classes to be, beside what is derived. */
  readonly declared: readonly ComparedClass[];
  /** What the system declares of its controls, with where it says so. */
  readonly declarations: Declarations;
  readonly asOf: string;
}

/** What is wrong with a folder that the policy names as an overlay. */
export interface OverlayFinding {
  /** The message of the rule. */
  readonly message: 'outside' | 'around' | 'missing' | 'tooMany';
  /** As the policy says it. */
  readonly path: string;
  readonly spot: Spot;
  readonly most?: number;
}

/** What is wrong with the overlays of a root. */
export interface OverlayFindings {
  readonly named: readonly OverlayFinding[];
  readonly files: readonly OverlayProblem[];
}

/** The whole manifest: what only shows when its files and systems are seen together. */
export interface RootContext {
  readonly project: Project;
  readonly model: Model;
  readonly asOf: string;
  readonly overlays: OverlayFindings;
  /** The systems as the selection of tools sees them; worked out when asked. */
  readonly needySystems: () => readonly NeedySystem[];
  /** A spot in one of the root's files; `system` where it stands in a system's own item. */
  readonly headSpot: (file: ManifestFile, span: Span, path: string) => Spot;
  /** A draft about a system needs both: the spot counts from the system's own item. */
  readonly itemSpot: (
    source: SystemSource,
    span: Span,
    path: string,
  ) => { readonly spot: Spot; readonly source: SystemSource };
  /** Where something stands in another system than the one a draft is about. */
  readonly placeIn: (source: SystemSource, span: Span, path: string) => Place;
}

/** An ignore of a manifest as it can be read; what cannot be read covers nothing, and is another rule's business. */
export interface Ignore {
  readonly rule: string;
  /** Place that this covers with all below it; everywhere where it is not said. */
  readonly path: string | undefined;
  /** The system in which this counts, where a system says it. */
  readonly within: string | undefined;
  readonly reason: string;
  readonly until: string | undefined;
  readonly member: ObjectsFact['members'][number];
}

/** An ignore as it is written once, with what came of it in all systems that it counts in. */
export interface ReviewedIgnore extends Ignore {
  /** The system in whose own item it stands. */
  readonly source: SystemSource | undefined;
  readonly hasLapsed: boolean;
  /** It stands in a base: what is of no use to this manifest may be of use to another. */
  readonly isShared: boolean;
  /** Its rule is off, so that there can be nothing to ignore. */
  readonly isOff: boolean;
  /** Findings that it covers, or covered until it lapsed. */
  readonly covered: readonly Finding[];
}

/** Everything that was found, where ignores are looked at. */
export interface IgnoresContext extends RootContext {
  readonly ignores: readonly ReviewedIgnore[];
}

/** A draft about a system that a rule over the whole manifest makes. */
export interface RootDraft extends Draft {
  readonly source?: SystemSource;
}

/**
 * One kind of finding. It looks at stretches of text, at systems, at the whole manifest, or at
 * what ignores came to; what it says is a message
 * by id, with its English words here. Its page stands beside it, and the page's examples are its tests.
 */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly messages: Readonly<Record<string, string>>;
  readonly piece?: (context: PieceContext) => Iterable<Draft>;
  readonly system?: (context: SystemContext) => Iterable<Draft>;
  readonly root?: (context: RootContext) => Iterable<RootDraft>;
  /** Asked when all other findings are known. */
  readonly ignores?: (context: IgnoresContext) => Iterable<RootDraft>;
}
