import type { Draft, ParsedRegime, Report } from '../draft';

/** Tells of themes that no duty has, and of parts of a regime that nothing in it names. */
export function checkUnused(draft: Draft, report: Report): void {
  const used = new Set(
    draft.regimes.flatMap(({ main, parts }) =>
      [main, ...parts].flatMap(({ value }) => value.duties.flatMap(({ themes }) => themes)),
    ),
  );
  for (const { id, file, value } of draft.vocabularies) {
    if (id !== 'themes') continue;
    value.terms.forEach((term, index) => {
      if (used.has(term.id)) return;
      const message = `No duty has the theme ${term.id}. Remove it.`;
      report(file, { steps: ['terms', index, 'id'] }, 'unused', message);
    });
  }
  for (const regime of draft.regimes) checkParts(regime, report);
}

function checkParts({ main, parts }: ParsedRegime, report: Report): void {
  const files = [main, ...parts];
  const classes = files.flatMap(({ value }) => value.classes);
  const duties = files.flatMap(({ value }) => value.duties);
  const exceptions = new Set([...classes, ...duties].flatMap((user) => user.exceptions));
  const dates = new Set([
    ...classes.map(({ date }) => date),
    ...[...duties, ...main.value.transitions].flatMap(({ date }) =>
      typeof date === 'string' ? [date] : date.map((option) => option.date),
    ),
  ]);
  const penalties = new Set(duties.flatMap(({ penalty }) => penalty ?? []));
  for (const { file, value } of files) {
    value.exceptions.forEach(({ id }, index) => {
      if (exceptions.has(id)) return;
      const message = `No class and no duty names the exception ${id}. Name it where it counts, or remove it.`;
      report(file, { steps: ['exceptions', index, 'id'] }, 'unused', message);
    });
  }
  // A text that asks for nothing, such as a bill, has a day and nothing that begins on it.
  if (classes.length === 0 && duties.length === 0) return;
  for (const [key, used, noun] of [
    ['dates', dates, 'date group'],
    ['penalties', penalties, 'penalty'],
  ] as const) {
    main.value[key].forEach(({ id }, index) => {
      if (used.has(id)) return;
      const message = `Nothing uses the ${noun} ${id}. Name it where it counts, or remove it.`;
      report(main.file, { steps: [key, index, 'id'] }, 'unused', message);
    });
  }
}
