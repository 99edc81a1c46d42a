import type { Grade } from '../answer/schema';
import type {
  ClassBasis,
  DeemedRole,
  DutyEntry,
  Exception,
  Exclusion,
  RegimeEntry,
  Transition,
} from '../catalog/schema/regime';
import { dayOf, type EffectiveDay, noDay } from './dates';
import { holdsOn } from './days';
import { isReported, weakest } from './grades';

/** An exception as the law reads on a day. */
export type LawfulException = Exception & { readonly reported: boolean };

export type LawfulExclusion = Exclusion & { readonly reported: boolean };

export type LawfulTransition = Transition & { readonly reported: boolean };

export type LawfulDeemedRole = DeemedRole & {
  readonly reported: boolean;
  readonly liftedBy: readonly LawfulException[];
};

/** A ground of a class as the law reads on a day. */
export interface Ground {
  readonly basis: ClassBasis;
  /** Id of its class in the answer. */
  readonly classId: string;
  readonly since: EffectiveDay;
  readonly exceptions: readonly LawfulException[];
  readonly grade: Grade;
  readonly reported: boolean;
}

/** A duty as the law reads on a day. */
export interface LawfulDuty {
  readonly entry: DutyEntry;
  readonly exceptions: readonly LawfulException[];
  readonly grade: Grade;
  readonly reported: boolean;
}

/** One regime as its text reads on a day: what has ended, or does not stand in it yet, is left out. */
export interface Law {
  readonly regime: RegimeEntry;
  /** The day on which it is read. */
  readonly asOf: string;
  /** The newest event of its history; undefined before its first. */
  readonly event: RegimeEntry['history'][number] | undefined;
  readonly reported: boolean;
  /** Grounds with a condition of their own, the gravest class first, and then those that hold when no other does. */
  readonly grounds: readonly Ground[];
  readonly duties: readonly LawfulDuty[];
  readonly transitions: readonly LawfulTransition[];
  readonly deemedRoles: readonly LawfulDeemedRole[];
  readonly exclusions: readonly LawfulExclusion[];
}

/** Proposed law never binds, and a contested one does until it falls. */
export function isLaw({ status }: { readonly status: RegimeEntry['history'][number]['status'] }): boolean {
  return status === 'adopted' || status === 'in-force' || status === 'contested';
}

/** The gravest class first; classes beside the ladder last; catalog order within. */
function byGravity(grounds: readonly Ground[], ladder: readonly string[]): Ground[] {
  const step = ({ basis }: Ground) => {
    const index = ladder.indexOf(basis.class);
    return index < 0 ? ladder.length : index;
  };
  return grounds.toSorted((a, b) => step(a) - step(b));
}

/** Reads a regime as of a day. What depends on the day alone is found here, once for all systems. */
export function readLaw(regime: RegimeEntry, asOf: string): Law {
  const graded = <Found extends Exception | Transition>(found: Found) => ({
    ...found,
    reported: isReported(found, regime),
  });
  const exceptions = regime.exceptions.filter((exception) => holdsOn(exception, asOf)).map(graded);
  const exceptionsOf = (ids: readonly string[]) => exceptions.filter(({ id }) => ids.includes(id));
  const grounds = regime.classes
    .filter((basis) => holdsOn(basis, asOf))
    .map((basis): Ground => {
      const reported = isReported(basis, regime);
      return {
        basis,
        classId: `${regime.id}.${basis.class}`,
        since: reported ? noDay : dayOf(regime, basis.date, asOf),
        exceptions: exceptionsOf(basis.exceptions),
        grade: weakest([basis.confidence, regime.confidence]),
        reported,
      };
    });
  const duties = regime.duties
    .filter((entry) => holdsOn(entry, asOf))
    .map(
      (entry): LawfulDuty => ({
        entry,
        exceptions: exceptionsOf(entry.exceptions),
        grade: weakest([entry.confidence, regime.confidence]),
        reported: isReported(entry, regime),
      }),
    );
  const sources = regime.sources.flatMap((source) => source.id ?? []);
  return {
    regime,
    asOf,
    event: regime.history.findLast((candidate) => candidate.date <= asOf),
    reported: isReported({ sources, confidence: regime.confidence }, regime),
    grounds: [
      ...byGravity(
        grounds.filter(({ basis }) => !basis.otherwise),
        regime.ladder,
      ),
      ...grounds.filter(({ basis }) => basis.otherwise),
    ],
    duties,
    deemedRoles: regime.deemedRoles
      .filter((rule) => holdsOn(rule, asOf))
      .map((rule) => ({
        ...rule,
        reported: isReported(rule, regime),
        liftedBy: exceptionsOf(rule.exceptions),
      })),
    transitions: regime.transitions.filter((transition) => holdsOn(transition, asOf)).map(graded),
    exclusions: regime.exclusions.filter((exclusion) => holdsOn(exclusion, asOf)).map(graded),
  };
}
