import { fieldAt } from '../../manifest/fields';
import type { Draft, ParsedRegime, Report } from '../draft';
import { isAbout } from '../duty-scope';
import type { EntryFile } from '../entry-file';
import type { Steps } from '../problem';
import type { ClassBasis, DateRule, DeemedRole, DutyEntry, Exception, Transition } from '../schema/regime';
import { checkId, checkIds, type Ids, type KnownIds } from './known';
import { Versions } from './versions';

/** Checks that everything inside each regime points at something that is there, and that no id is used twice. */
export function checkRegimes(
  draft: Draft,
  known: KnownIds,
  places: ReadonlySet<string>,
  report: Report,
): void {
  const versions = new Versions();
  for (const regime of draft.regimes) new RegimeCheck(regime, draft, known, versions, report).run(places);
}

class RegimeCheck {
  readonly #regime: ParsedRegime;
  readonly #known: KnownIds;
  readonly #versions: Versions;
  readonly #report: Report;
  readonly #sources: Ids;
  readonly #dates: Ids;
  readonly #exceptions: Ids;
  readonly #classes: Ids;
  readonly #bases: Ids;
  readonly #duties: Ids;
  readonly #penalties: Ids;
  readonly #roles: Ids;

  constructor(regime: ParsedRegime, draft: Draft, known: KnownIds, versions: Versions, report: Report) {
    this.#regime = regime;
    this.#known = known;
    this.#versions = versions;
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
    this.#duties = ids(
      'duty',
      files.flatMap(({ value }) => value.duties.map(({ id }) => id)),
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
    if (value.scope.open) this.#facts(file, ['scope', 'open'], value.scope.open);
    value.history.forEach((step, index) => this.#facts(file, ['history', index], step));
    value.dates.forEach((group, index) => this.#facts(file, ['dates', index], group));
    value.penalties.forEach((penalty, index) => this.#facts(file, ['penalties', index], penalty));
    value.deadlines.forEach((deadline, index) => {
      this.#facts(file, ['deadlines', index], deadline);
      if (deadline.duty === undefined) return;
      checkId(this.#report, file, ['deadlines', index, 'duty'], deadline.duty, this.#known.duties);
    });
    value.penalties.forEach((penalty, index) => {
      this.#once(file, ['penalties', index], `penalty of ${this.#regime.id}`, penalty);
      this.#facts(file, ['penalties', index], penalty);
    });
    value.transitions.forEach((transition, index) =>
      this.#transition(file, ['transitions', index], transition),
    );
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
    checkIds(this.#report, file, ['ladder'], value.ladder, this.#classes);
    for (const part of [this.#regime.main, ...this.#regime.parts]) {
      part.value.exceptions.forEach((exception, index) =>
        this.#exception(part.file, ['exceptions', index], exception),
      );
      part.value.classes.forEach((basis, index) => this.#basis(part.file, ['classes', index], basis));
      part.value.duties.forEach((duty, index) => this.#duty(part.file, ['duties', index], duty));
      part.value.deemedRoles.forEach((rule, index) =>
        this.#deemedRole(part.file, ['deemedRoles', index], rule),
      );
    }
  }

  #exception(file: EntryFile, steps: Steps, exception: Exception): void {
    this.#own(file, steps, 'exception', exception);
    this.#facts(file, steps, exception);
    checkIds(this.#report, file, [...steps, 'claimants'], exception.claimants ?? [], this.#roles);
  }

  #basis(file: EntryFile, steps: Steps, basis: ClassBasis): void {
    this.#own(file, steps, 'class basis', basis);
    this.#facts(file, steps, basis);
    checkIds(this.#report, file, [...steps, 'exceptions'], basis.exceptions, this.#exceptions);
    checkId(this.#report, file, [...steps, 'date'], basis.date, this.#dates);
  }

  #transition(file: EntryFile, steps: Steps, transition: Transition): void {
    this.#own(file, steps, 'transition', transition);
    this.#facts(file, steps, transition);
    checkIds(this.#report, file, [...steps, 'puts'], transition.puts, this.#dates);
    this.#dateRule(file, [...steps, 'date'], transition.date);
  }

  #deemedRole(file: EntryFile, steps: Steps, rule: DeemedRole): void {
    this.#own(file, steps, 'deemed role', rule);
    this.#facts(file, steps, rule);
    checkId(this.#report, file, [...steps, 'role'], rule.role, this.#roles);
    checkIds(this.#report, file, [...steps, 'heldAs'], rule.heldAs, this.#roles);
    checkIds(this.#report, file, [...steps, 'classes'], rule.classes, this.#classes);
    checkIds(this.#report, file, [...steps, 'bases'], rule.bases ?? [], this.#bases);
    checkIds(this.#report, file, [...steps, 'exceptions'], rule.exceptions, this.#exceptions);
    checkIds(this.#report, file, [...steps, 'exceptDuties'], rule.exceptDuties, this.#duties);
  }

  #duty(file: EntryFile, steps: Steps, duty: DutyEntry): void {
    this.#own(file, steps, 'duty', duty);
    this.#facts(file, steps, duty);
    checkIds(this.#report, file, [...steps, 'roles'], duty.roles, this.#roles);
    checkIds(this.#report, file, [...steps, 'classes'], duty.classes, this.#classes);
    checkIds(this.#report, file, [...steps, 'bases'], duty.bases ?? [], this.#bases);
    checkIds(this.#report, file, [...steps, 'exceptBases'], duty.exceptBases ?? [], this.#bases);
    if (duty.bases && duty.exceptBases) {
      const message =
        'A duty names the bases that it is for, or those that it is not for. Remove bases or exceptBases.';
      this.#report(file, { steps: [...steps, 'exceptBases'], on: 'key' }, 'schema', message);
    }
    checkIds(this.#report, file, [...steps, 'exceptions'], duty.exceptions, this.#exceptions);
    this.#whereLifted(file, steps, duty);
    checkIds(this.#report, file, [...steps, 'themes'], duty.themes, this.#known.themes);
    if (typeof duty.penalty === 'string') {
      checkId(this.#report, file, [...steps, 'penalty'], duty.penalty, this.#penalties);
    } else checkIds(this.#report, file, [...steps, 'penalty'], duty.penalty ?? [], this.#penalties);
    if (duty.date !== 'by-class') this.#dateRule(file, [...steps, 'date'], duty.date);
    else if (duty.classes.length === 0) {
      const message = 'The date comes by class, but the duty names no class. Name a class or a date group.';
      this.#report(file, { steps: [...steps, 'date'] }, 'date', message);
    }
  }

  /** An exception that no ground of the duty's classes admits could never bring the duty about. */
  #whereLifted(file: EntryFile, steps: Steps, { whereLifted = [], ...duty }: DutyEntry): void {
    checkIds(this.#report, file, [...steps, 'whereLifted'], whereLifted, this.#exceptions);
    const admitted = [this.#regime.main, ...this.#regime.parts]
      .flatMap(({ value }) => value.classes)
      .filter((basis) => isAbout(duty, basis))
      .flatMap(({ exceptions }) => exceptions);
    whereLifted.forEach((id, index) => {
      if (!this.#exceptions.all.has(id) || admitted.includes(id)) return;
      const message = `No ground of the duty's classes names the exception ${id}. Name the class whose ground it lifts.`;
      this.#report(file, { steps: [...steps, 'whereLifted', index] }, 'unknown-id', message);
    });
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

  /** An id that the whole catalog can point at: it begins with the regime's, and there is one of it at a time. */
  #own(file: EntryFile, steps: Steps, noun: string, entry: Spanned): void {
    if (!entry.id.startsWith(`${this.#regime.id}.`)) {
      const message = `${entry.id} belongs to the regime ${this.#regime.id}. Begin it with ${this.#regime.id}. and a name.`;
      this.#report(file, { steps: [...steps, 'id'] }, 'schema', message);
    }
    this.#once(file, steps, noun, entry);
  }

  #once(file: EntryFile, steps: Steps, noun: string, entry: Spanned): void {
    const complaint = this.#versions.take(noun, entry.id, entry);
    if (complaint) this.#report(file, { steps: [...steps, 'id'] }, 'duplicate-id', complaint);
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

/** Something that may have several versions. */
type Spanned = Pick<Exception, 'id' | 'from' | 'until'>;
