import type { Reason, Verdict } from '../answer/schema';
import { isAbout } from '../catalog/duty-scope';
import type { DutyEntry } from '../catalog/schema/regime';
import type { AssessedGround } from './classes';
import type { Ground } from './law';
import { text } from './reasons';

/** A ground that brings a duty about, or may do so. */
export interface DutyGround {
  readonly ground: Ground;
  readonly verdict: Exclude<Verdict, 'no'>;
  readonly reported: boolean;
  /** Places in the manifest that make the ground hold. */
  readonly places: () => Reason['places'];
  /** The exception that took the ground away, or may do so, where the duty is owed because of it. */
  readonly by?: { readonly id: string; readonly article: string };
}

const noGrounds: readonly DutyGround[] = [];

/**
 * Grounds that bring a duty about: those that hold or may hold, of the classes (and bases) that it names. Of a duty
 * that is owed where exceptions lifted a class: those that these took away, and, open, those that they may still take.
 */
export function groundsOf(duty: DutyEntry, classes: readonly AssessedGround[]): readonly DutyGround[] {
  if (duty.classes.length === 0) return noGrounds;
  const named = classes.filter(({ ground }) => isAbout(duty, ground.basis));
  const { whereLifted } = duty;
  if (whereLifted) return named.flatMap((assessed) => liftedGround(assessed, whereLifted) ?? []);
  return named.flatMap(({ ground, verdict, answer }) =>
    verdict === 'no'
      ? []
      : [
          {
            ground,
            verdict,
            reported: answer?.reported === true,
            places: () => answer?.reasons.flatMap(({ places }) => places) ?? [],
          },
        ],
  );
}

function liftedGround(
  { ground, lifted, answer }: AssessedGround,
  exceptions: readonly string[],
): DutyGround | undefined {
  if (lifted) {
    if (!exceptions.includes(lifted.by) || lifted.instead === 'no') return undefined;
    return {
      ground,
      verdict: lifted.instead,
      reported: ground.reported,
      places: () => lifted.reasons.flatMap(({ places }) => places),
      by: { id: lifted.by, article: lifted.article },
    };
  }
  if (!answer) return undefined;
  const open = [
    ...answer.claims.flatMap(({ id, state }) => (state === 'open' ? [id] : [])),
    ...answer.openExceptions,
  ];
  const by = ground.exceptions.find(({ id }) => open.includes(id) && exceptions.includes(id));
  if (!by) return undefined;
  const claim = answer.claims.find(({ id }) => id === by.id);
  return {
    ground,
    verdict: 'unknown',
    reported: ground.reported,
    places: () => claim?.reasons.flatMap(({ places }) => places) ?? [],
    by: { id: by.id, article: by.article },
  };
}

/** Says by which ground a duty comes, or which exception leaves it. */
export function groundReasons(duty: DutyEntry, grounds: readonly DutyGround[]): Reason[] {
  const first = grounds.find(({ verdict }) => verdict === 'yes') ?? grounds[0];
  if (!first) return [];
  const { basis } = first.ground;
  const said = first.by
    ? text(first.verdict === 'yes' ? 'duty.lifted' : 'duty.may-be-lifted', {
        article: first.by.article,
        basis: basis.basis,
      })
    : text('duty.class', { class: basis.class, basis: basis.basis });
  return [{ text: said, places: first.places(), entry: duty.id }];
}
