import type { Draft, Report } from '../draft';
import type { ControlEntry } from '../schema/control';
import { checkId, checkIds, type KnownIds } from './known';

/** A duty has at most this many controls as its primary fulfillment. */
export const MOST_PRIMARIES = 3;

/**
 * Checks that controls, capabilities and tools point at what is there.
 *
 * @param others controls beside those of the draft, which count among the primary ones of a duty
 */
export function checkReferences(
  draft: Draft,
  known: KnownIds,
  report: Report,
  others: readonly ControlEntry[] = [],
): void {
  for (const { file, value } of draft.controls) {
    checkIds(report, file, ['capabilities'], value.capabilities, known.capabilities);
    value.mitigates.forEach(({ risk }, index) =>
      checkId(report, file, ['mitigates', index, 'risk'], risk, known.risks),
    );
    for (const part of ['primaryFor', 'serves'] as const) {
      checkIds(report, file, [part, 'duties'], value[part].duties, known.duties);
      checkIds(report, file, [part, 'themes'], value[part].themes, known.themes);
    }
  }
  for (const { file, value } of draft.capabilities) {
    value.near.forEach(({ id }, index) =>
      checkId(report, file, ['near', index, 'id'], id, known.capabilities),
    );
  }
  for (const { file, value } of draft.tools) {
    const ids = value.capabilities.map(({ id }) => id);
    ids.forEach((id, index) => {
      const steps = ['capabilities', index, 'id'];
      checkId(report, file, steps, id, known.capabilities);
      if (ids.indexOf(id) < index) {
        report(file, { steps }, 'duplicate-id', `The tool has the capability ${id} twice. Remove one.`);
      }
    });
    if (value.status.seen === undefined) {
      const message = 'The tool has no sign of life. Say in status.seen what was seen last and when.';
      report(file, { steps: ['status'], on: 'key' }, 'status-unseen', message);
    }
  }
  checkDivergence(draft, known, report);
  checkEvents(draft, report);
  checkPrimaries(draft, others, report);
}

/** Conflicts and comparisons speak of regimes and themes that are there; a comparison only of those with such a duty. */
function checkDivergence(draft: Draft, known: KnownIds, report: Report): void {
  for (const { file, value } of draft.conflicts) {
    checkIds(report, file, ['themes'], value.themes, known.themes);
    value.sides.forEach(({ regimes, duties }, index) => {
      checkIds(report, file, ['sides', index, 'regimes'], regimes, known.regimes);
      checkIds(report, file, ['sides', index, 'duties'], duties, known.duties);
    });
  }
  for (const { id, file, value } of draft.comparisons) {
    checkIds(report, file, ['strictest'], value.strictest, known.regimes);
    if (!known.themes.all.has(id)) {
      if (known.themes.excused(id)) continue;
      const message = `There is no theme with the id ${id}. A comparison is named by its theme.`;
      report(file, { steps: [] }, 'unknown-id', message);
      continue;
    }
    value.strictest.forEach((regime, index) => {
      const found = draft.regimes.find((candidate) => candidate.id === regime);
      const duties = found && [found.main, ...found.parts].flatMap((part) => part.value.duties);
      if (duties === undefined || duties.some(({ themes }) => themes.includes(id))) return;
      const message = `The regime ${regime} has no duty of the theme ${id}. Remove it, or give the duty its theme.`;
      report(file, { steps: ['strictest', index] }, 'unknown-id', message);
    });
  }
}

/** Each event of the background rests on a source of its entry. */
function checkEvents(draft: Draft, report: Report): void {
  for (const { file, value } of draft.background) {
    const all = new Set(value.sources.flatMap(({ id }) => id ?? []));
    const sources = { noun: 'source', all, excused: () => false };
    value.events.forEach((event, index) =>
      checkIds(report, file, ['events', index, 'sources'], event.sources, sources),
    );
  }
}

/** More than a few primary controls say that nobody decided which one really fulfills the duty. */
function checkPrimaries(draft: Draft, others: readonly ControlEntry[], report: Report): void {
  const byDuty = new Map<string, string[]>();
  const byTheme = new Map<string, string[]>();
  const claim = (claims: Map<string, string[]>, id: string, control: string): readonly string[] => {
    const claimed = claims.get(id) ?? [];
    claimed.push(control);
    claims.set(id, claimed);
    return claimed;
  };
  for (const { id, primaryFor } of others) {
    for (const duty of primaryFor.duties) claim(byDuty, duty, id);
    for (const theme of primaryFor.themes) claim(byTheme, theme, id);
  }
  for (const { id: control, file, value } of draft.controls) {
    for (const [key, claims, noun] of [
      ['duties', byDuty, 'duty'],
      ['themes', byTheme, 'theme'],
    ] as const) {
      value.primaryFor[key].forEach((id, index) => {
        const claimed = claim(claims, id, control);
        if (claimed.length <= MOST_PRIMARIES) return;
        const others = claimed.slice(0, -1).join(', ');
        const message = `The ${noun} ${id} has more than ${MOST_PRIMARIES} primary controls: also ${others}. Move it to serves.`;
        report(file, { steps: ['primaryFor', key, index] }, 'crowded-duty', message);
      });
    }
  }
}
