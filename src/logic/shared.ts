import type { Facts } from '../manifest/fact';
import type { Condition } from './condition';
import { judge, type Leaf, type Terms } from './leaf';
import { not, type Verdict } from './verdict';

/**
 * A condition with a number that all its equals share: `kind is agent` stands a hundred times in a catalog, and of one
 * system it is decided once.
 */
export interface SharedCondition {
  readonly number: number;
  readonly form: 'all' | 'any' | 'not' | 'leaf';
  readonly parts: readonly SharedCondition[];
  readonly leaf: Leaf | undefined;
}

const codes: Readonly<Record<Verdict, number>> = { yes: 1, no: 2, unknown: 3 };
const verdicts: readonly (Verdict | undefined)[] = [undefined, 'yes', 'no', 'unknown'];

/** What conditions came to over facts that never change: a code for each number that `by` gave to a condition. */
export interface Decided {
  by: SharedConditions | undefined;
  codes: Uint8Array;
}

/** Facts that hold what conditions came to over them. */
export interface Remembering extends Facts {
  readonly decided?: Decided;
}

/** Conditions of one catalog, each distinct one once. */
export class SharedConditions {
  readonly #byCondition = new Map<Condition, SharedCondition>();
  readonly #byText = new Map<string, SharedCondition>();
  readonly #terms: Terms;

  constructor(terms: Terms) {
    this.#terms = terms;
  }

  /** What a condition comes to. Over facts that remember, each distinct part is decided once. */
  decide(condition: Condition, facts: Remembering): Verdict {
    const shared = this.#shared(condition);
    return this.#decide(shared, facts, this.#codesOf(facts.decided));
  }

  #decide(shared: SharedCondition, facts: Facts, decided: Uint8Array | undefined): Verdict {
    if (!decided) return this.#decideAnew(shared, facts, decided);
    const earlier = verdicts[decided[shared.number] ?? 0];
    if (earlier !== undefined) return earlier;
    const verdict = this.#decideAnew(shared, facts, decided);
    decided[shared.number] = codes[verdict];
    return verdict;
  }

  #decideAnew(
    { form, parts, leaf }: SharedCondition,
    facts: Facts,
    decided: Uint8Array | undefined,
  ): Verdict {
    if (leaf !== undefined) return verdictOf(judge(leaf, facts.get(leaf.path), this.#terms));
    const [only] = parts;
    if (form === 'not' && only) return not(this.#decide(only, facts, decided));
    const ending = form === 'all' ? 'no' : 'yes';
    let open = false;
    for (const part of parts) {
      const verdict = this.#decide(part, facts, decided);
      if (verdict === ending) return ending;
      if (verdict === 'unknown') open = true;
    }
    return open ? 'unknown' : not(ending);
  }

  #shared(condition: Condition): SharedCondition {
    const known = this.#byCondition.get(condition);
    if (known) return known;
    const text = JSON.stringify(condition);
    let shared = this.#byText.get(text);
    if (!shared) {
      const parts = partsOf(condition).map((part) => this.#shared(part));
      shared = { number: this.#byText.size, parts, ...formOf(condition) };
      this.#byText.set(text, shared);
    }
    this.#byCondition.set(condition, shared);
    return shared;
  }

  #codesOf(decided: Decided | undefined): Uint8Array | undefined {
    if (!decided) return undefined;
    // Numbers of another catalog say nothing here.
    if (decided.by !== this) {
      decided.by = this;
      decided.codes = new Uint8Array(0);
    }
    if (decided.codes.length >= this.#byText.size) return decided.codes;
    // Conditions are numbered as they are met, so over the first facts the room must still grow.
    const larger = new Uint8Array(Math.max(256, this.#byText.size * 2));
    larger.set(decided.codes);
    decided.codes = larger;
    return larger;
  }
}

function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  return 'not' in condition ? [condition.not] : [];
}

function formOf(condition: Condition): Pick<SharedCondition, 'form' | 'leaf'> {
  if ('all' in condition) return { form: 'all', leaf: undefined };
  if ('any' in condition) return { form: 'any', leaf: undefined };
  return 'not' in condition ? { form: 'not', leaf: undefined } : { form: 'leaf', leaf: condition };
}

function verdictOf(finding: ReturnType<typeof judge>): Verdict {
  if (finding === 'is') return 'yes';
  return finding === 'is-not' || finding === 'absent' ? 'no' : 'unknown';
}
