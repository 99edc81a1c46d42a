import type { Claim, Control, Place, Regime, Risk, Severity, Text } from '../answer/schema';
import type { Model } from '../assess/model';
import type { Checked, ManifestFile } from '../manifest/document';
import type { Facts, Spot } from '../manifest/fact';
import type { Project, SystemSource } from '../manifest/project';
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
  readonly asOf: string;
}

/** The whole manifest: what only shows when its files and systems are seen together. */
export interface RootContext {
  readonly project: Project;
  readonly model: Model;
  readonly asOf: string;
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

/** A draft about a system that a rule over the whole manifest makes. */
export interface RootDraft extends Draft {
  readonly source?: SystemSource;
}

/**
 * One kind of finding. It looks at stretches of text, at systems, or at the whole manifest; what it says is a message
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
}
