import type { Draft, ParsedRegime, Report } from '../draft';

/** Warns about terms that nothing uses, needs that no tool meets, and risks that no control answers. */
export function checkCoverage(draft: Draft, report: Report): void {
  const wanted = new Set(draft.controls.flatMap(({ value }) => value.capabilities));
  for (const { id, file, value } of draft.capabilities) {
    if (!wanted.has(id)) {
      report(file, { steps: [] }, 'unused', `No control wants the capability ${id}.`, 'warning');
      continue;
    }
    value.moments.forEach((moment, index) => {
      const served = draft.tools.some(
        (tool) =>
          tool.value.status.state !== 'archived' &&
          tool.value.status.state !== 'discontinued' &&
          tool.value.lifecycle.includes(moment) &&
          tool.value.capabilities.some((capability) => capability.id === id),
      );
      if (served) return;
      report(
        file,
        { steps: ['moments', index] },
        'no-tool',
        `No living tool does ${id} at the moment ${moment}.`,
        'warning',
      );
    });
  }
  for (const { id, file } of draft.risks) {
    const answered = draft.controls.some(({ value }) =>
      value.mitigates.some(({ risk, strength }) => risk === id && strength === 'primary'),
    );
    if (!answered)
      report(file, { steps: [] }, 'no-control', `No control is the primary answer to ${id}.`, 'warning');
  }
  checkThemes(draft, report);
  for (const regime of draft.regimes) checkUnusedParts(regime, report);
}

function checkThemes(draft: Draft, report: Report): void {
  const used = new Set(
    draft.regimes.flatMap(({ main, parts }) =>
      [main, ...parts].flatMap(({ value }) => value.duties.flatMap(({ themes }) => themes)),
    ),
  );
  for (const { id, file, value } of draft.vocabularies) {
    if (id !== 'themes') continue;
    value.terms.forEach((term, index) => {
      if (used.has(term.id)) return;
      report(
        file,
        { steps: ['terms', index, 'id'] },
        'unused',
        `No duty has the theme ${term.id}.`,
        'warning',
      );
    });
  }
}

function checkUnusedParts({ main, parts }: ParsedRegime, report: Report): void {
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
      const message = `No class and no duty names the exception ${id}.`;
      report(file, { steps: ['exceptions', index, 'id'] }, 'unused', message, 'warning');
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
      report(
        main.file,
        { steps: [key, index, 'id'] },
        'unused',
        `Nothing uses the ${noun} ${id}.`,
        'warning',
      );
    });
  }
}
