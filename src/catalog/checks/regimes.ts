import { fieldAt } from '../../manifest/fields';
import type { Draft, ParsedRegime, Report } from '../draft';
import type { EntryFile } from '../entry-file';
import type { Steps } from '../problem';
import type { ClassBasis, DateRule, DutyEntry, Exception } from '../schema/regime';
import { checkId, checkIds, type Ids, type KnownIds } from './known';

/** Checks that everything inside each regime points at something that is there, and that no id is used twice. */
export function checkRegimes(
  draft: Draft,
  known: KnownIds,
  places: ReadonlySet<string>,
  report: Report,
): void {
  const taken: Taken = { exception: new Set(), 'class basis': new Set(), duty: new Set() };
  for (const regime of draft.regimes) new RegimeCheck(regime, draft, known, taken, report).run(places);
}

/** Ids in use, by what they name: a duty and a class basis may share one, as Art. 50(1) does. */
type Taken = Readonly<Record<'exception' | 'class basis' | 'duty', Set<string>>>;

class RegimeCheck {
  readonly #regime: ParsedRegime;
  readonly #known: KnownIds;
  readonly #taken: Taken;
  readonly #report: Report;
  readonly #sources: Ids;
  readonly #dates: Ids;
  readonly #exceptions: Ids;
  readonly #classes: Ids;
  readonly #bases: Ids;
  readonly #penalties: Ids;
  readonly #roles: Ids;

  constructor(regime: ParsedRegime, draft: Draft, known: KnownIds, taken: Taken, report: Report) {
    this.#regime = regime;
    this.#known = known;
    this.#taken = taken;
    this.#report = report;
    const files = [regime.main, ...regime.parts];
    const classes = files.flatMap(({ value }) => value.classes);
    // One broken part may define what the others point at.
    const broken = draft.rejected.has(`regimes/${regime.id}`);
    const ids = (noun: string, all: readonly string[], excused = broken): Ids => ({
      noun,
      all: new Set(all),
      excused: () => excused,
    });
    const { sources, dates, penalties } = regime.main.value;
    this.#sources = ids(
      'source',
      sources.flatMap(({ id }) => id ?? []),
      false,
    );
    this.#dates = ids(
      'date group',
      dates.map(({ id }) => id),
      false,
    );
    this.#penalties = ids(
      'penalty',
      penalties.map(({ id }) => id),
      false,
    );
    this.#exceptions = ids(
      'exception',
      files.flatMap(({ value }) => value.exceptions.map(({ id }) => id)),
    );
    this.#classes = ids(
      'class',
      classes.map((basis) => basis.class),
    );
    this.#bases = ids(
      'class basis',
      classes.map(({ id }) => id),
    );
    this.#roles = ids(
      'role',
      (fieldAt('system.roles')?.values ?? []).map(({ id }) => id),
      false,
    );
  }

  run(places: ReadonlySet<string>): void {
    const { file, value } = this.#regime.main;
    const { jurisdiction } = value;
    if (jurisdiction !== 'INT' && !places.has(jurisdiction)) {
      const message = `${jurisdiction} is no place. Use an ISO 3166 code, EU, EEA, a city id, or INT for the world.`;
      this.#report(file, { steps: ['jurisdiction'] }, 'unknown-id', message);
    }
    this.#unique(file, ['sources'], this.#regime.main.value.sources);
    this.#unique(file, ['dates'], value.dates);
    this.#unique(file, ['penalties'], value.penalties);
    value.history.forEach((step, index) => this.#facts(file, ['history', index], step));
    value.dates.forEach((group, index) => this.#facts(file, ['dates', index], group));
    value.penalties.forEach((penalty, index) => this.#facts(file, ['penalties', index], penalty));
    value.exclusions.forEach((exclusion, index) => {
      this.#exception(file, ['exclusions', index], exclusion);
      checkIds(
        this.#report,
        file,
        ['exclusions', index, 'unlessClasses'],
        exclusion.unlessClasses ?? [],
        this.#classes,
      );
    });
    for (const part of [this.#regime.main, ...this.#regime.parts]) {
      part.value.exceptions.forEach((exception, index) =>
        this.#exception(part.file, ['exceptions', index], exception),
      );
      part.value.classes.forEach((basis, index) => this.#basis(part.file, ['classes', index], basis));
      part.value.duties.forEach((duty, index) => this.#duty(part.file, ['duties', index], duty));
    }
  }

  #exception(file: EntryFile, steps: Steps, exception: Exception): void {
    this.#own(file, steps, exception.id, 'exception');
    this.#facts(file, steps, exception);
  }

  #basis(file: EntryFile, steps: Steps, basis: ClassBasis): void {
    this.#own(file, steps, basis.id, 'class basis');
    this.#facts(file, steps, basis);
    checkIds(this.#report, file, [...steps, 'exceptions'], basis.exceptions, this.#exceptions);
    checkId(this.#report, file, [...steps, 'date'], basis.date, this.#dates);
  }

  #duty(file: EntryFile, steps: Steps, duty: DutyEntry): void {
    this.#own(file, steps, duty.id, 'duty');
    this.#facts(file, steps, duty);
    checkIds(this.#report, file, [...steps, 'roles'], duty.roles, this.#roles);
    checkIds(this.#report, file, [...steps, 'classes'], duty.classes, this.#classes);
    checkIds(this.#report, file, [...steps, 'bases'], duty.bases ?? [], this.#bases);
    checkIds(this.#report, file, [...steps, 'exceptions'], duty.exceptions, this.#exceptions);
    checkIds(this.#report, file, [...steps, 'themes'], duty.themes, this.#known.themes);
    if (duty.penalty !== undefined) {
      checkId(this.#report, file, [...steps, 'penalty'], duty.penalty, this.#penalties);
    }
    if (duty.date !== 'by-class') this.#dateRule(file, [...steps, 'date'], duty.date);
    else if (duty.classes.length === 0) {
      const message = 'The date comes by class, but the duty names no class. Name a class or a date group.';
      this.#report(file, { steps: [...steps, 'date'] }, 'date', message);
    }
  }

  #dateRule(file: EntryFile, steps: Steps, rule: DateRule): void {
    if (typeof rule === 'string') {
      checkId(this.#report, file, steps, rule, this.#dates);
      return;
    }
    rule.forEach((option, index) => {
      checkId(this.#report, file, [...steps, index, 'date'], option.date, this.#dates);
      const isLast = index === rule.length - 1;
      if ((option.when === undefined) === isLast) return;
      const message = isLast
        ? 'The last date rule has a condition, so there may be no date. Let it hold whenever no other does.'
        : 'This date rule has no condition, so those below it never count. Give it one, or remove them.';
      this.#report(file, { steps: [...steps, index] }, 'date', message);
    });
  }

  /** An id that the whole catalog can point at: it begins with the regime's, and there is only one of it. */
  #own(file: EntryFile, steps: Steps, id: string, noun: keyof Taken): void {
    const spot = { steps: [...steps, 'id'] };
    if (!id.startsWith(`${this.#regime.id}.`)) {
      const message = `${id} belongs to the regime ${this.#regime.id}. Begin it with ${this.#regime.id}. and a name.`;
      this.#report(file, spot, 'schema', message);
    }
    const taken = this.#taken[noun];
    if (taken.has(id)) {
      this.#report(
        file,
        spot,
        'duplicate-id',
        `There is another ${noun} with the id ${id}. Choose another id.`,
      );
    }
    taken.add(id);
  }

  #facts(file: EntryFile, steps: Steps, fact: { readonly sources: readonly string[] }): void {
    checkIds(this.#report, file, [...steps, 'sources'], fact.sources, this.#sources);
  }

  #unique(file: EntryFile, steps: Steps, list: readonly { readonly id?: string | undefined }[]): void {
    const seen = new Set<string>();
    list.forEach(({ id }, index) => {
      if (id === undefined) return;
      if (seen.has(id)) {
        const message = `The id ${id} is taken already in this list. Choose another.`;
        this.#report(file, { steps: [...steps, index, 'id'] }, 'duplicate-id', message);
      }
      seen.add(id);
    });
  }
}
