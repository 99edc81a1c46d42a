import type { Ground } from '../answer/coverage';
import type { Control, Duty, Regime, Risk, Root } from '../answer/schema';
import { bindsNow } from '../assess/columns';
import type { Pack } from '../catalog/pack';
import type { ControlEntry } from '../catalog/schema/control';
import type { Pointer } from './coverage';

/** Where something is concluded: in a system, or once for the organization. */
interface Scope {
  /** Id of the system, or `*`. */
  readonly system: string;
  readonly risks: ReadonlyMap<string, Risk>;
  readonly controls: ReadonlyMap<string, Control>;
  /** Duties of binding law that apply or may. */
  readonly binding: ReadonlySet<string>;
}

/** What of a root stands behind the items of a list, by the entry that points there. */
export class Grounds {
  readonly #scopes: readonly Scope[];
  readonly #entries: ReadonlyMap<string, ControlEntry>;
  /** Controls by the risk that they mainly answer, by id. */
  readonly #primary = new Map<string, string[]>();

  constructor(pack: Pack, root: Root) {
    this.#entries = new Map(pack.controls.map((control) => [control.id, control]));
    for (const { id, mitigates } of pack.controls) {
      for (const { risk, strength } of mitigates) {
        if (strength === 'primary') this.#primary.set(risk, [...(this.#primary.get(risk) ?? []), id]);
      }
    }
    this.#scopes = [
      ...root.systems.map(({ id, risks, controls, regimes }) => scopeOf(id, risks, controls, regimes)),
      scopeOf('*', root.risks, root.controls, []),
    ];
  }

  /** The risk or control in each system that it concerns, and in the organization. */
  of({ kind, id }: Pointer): Ground[] {
    return this.#scopes.flatMap((scope) =>
      kind === 'risk' ? this.#riskIn(scope, id) : this.#controlIn(scope, id),
    );
  }

  #riskIn({ system, risks, controls }: Scope, id: string): Ground[] {
    const risk = risks.get(id);
    if (!risk || risk.verdict === 'no') return [];
    const primary = (this.#primary.get(id) ?? []).flatMap((control) => controls.get(control) ?? []);
    const counted = primary.filter(({ state }) => state !== 'not-applicable');
    return [
      {
        kind: 'risk',
        id,
        title: risk.title,
        system,
        holds: risk.verdict,
        severity: risk.severity,
        met: counted.length > 0 && counted.every(isShown),
        controls: primary.map(shownOf),
      },
    ];
  }

  #controlIn(scope: Scope, id: string): Ground[] {
    const control = scope.controls.get(id);
    if (!control) return [];
    const isCertain = control.asked || isShown(control);
    if (!isCertain && !this.#mayBeAsked(scope, control)) return [];
    return [
      {
        kind: 'control',
        id,
        title: control.title,
        system: scope.system,
        holds: isCertain ? 'yes' : 'unknown',
        met: isShown(control),
        controls: [shownOf(control)],
      },
    ];
  }

  /**
   * Not asked for sure, but for a law or a risk that may turn out to concern the system, or because it is open whether
   * the control makes sense there: the answer does not say which, so a condition of its own is enough.
   */
  #mayBeAsked({ binding, risks }: Scope, { id, because }: Control): boolean {
    if (because.duties.some((duty) => binding.has(duty))) return true;
    const hasCondition = this.#entries.get(id)?.when !== undefined;
    return because.risks.some((name) => {
      const risk = risks.get(name);
      if (!risk || this.#primary.get(name)?.includes(id) !== true) return false;
      return risk.verdict === 'unknown' || (hasCondition && risk.severity >= lowestBar);
    });
  }
}

/** No manifest asks for controls against milder risks than this, however cautious it is. */
const lowestBar = 3;

function isShown({ state }: Control): boolean {
  return state === 'met';
}

function shownOf({ id, title, state }: Control): Ground['controls'][number] {
  return { id, title, state };
}

function scopeOf(
  system: string,
  risks: readonly Risk[],
  controls: readonly Control[],
  regimes: readonly Regime[],
): Scope {
  const duties = regimes.flatMap((regime): Duty[] => (bindsNow(regime) ? regime.duties : []));
  return {
    system,
    risks: new Map(risks.map((risk) => [risk.id, risk])),
    controls: new Map(controls.map((control) => [control.id, control])),
    binding: new Set(duties.filter(({ applies }) => applies !== 'no').map(({ id }) => id)),
  };
}
