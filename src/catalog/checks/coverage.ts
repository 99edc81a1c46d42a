import type { Draft, Report } from '../draft';
import { checkDutyControls } from './duty-controls';
import { holes } from './holes';
import { checkUnused } from './unused';

/** Tells of terms that nothing uses, needs that no tool meets, and risks and duties that no control answers. */
export function checkCoverage(draft: Draft, tell: Report): void {
  const report: Report = (file, spot, code, message) => {
    tell(file, spot, code, message, holes);
  };
  checkCapabilities(draft, report);
  for (const { id, file } of draft.risks) {
    const answered = draft.controls.some(({ value }) =>
      value.mitigates.some(({ risk, strength }) => risk === id && strength === 'primary'),
    );
    if (answered) continue;
    const message = `No control is the primary answer to ${id}. Let one mitigate it with strength: primary.`;
    report(file, { steps: [] }, 'no-control', message);
  }
  for (const { id, file, value } of draft.controls) {
    if (value.capabilities.length > 0 || file.body.trim() !== '') continue;
    const message = `Neither a tool nor a text helps with ${id}. Name the capabilities that it wants, or write below the front matter how to do it.`;
    report(file, { steps: [] }, 'no-process', message);
  }
  checkDutyControls(draft, report);
  checkUnused(draft, report);
}

/** Each moment of each capability that a control wants has a living tool, or says why there is none. */
function checkCapabilities(draft: Draft, report: Report): void {
  const wanted = new Set(draft.controls.flatMap(({ value }) => value.capabilities));
  const served = new Set(
    draft.tools
      .filter(({ value: { status } }) => status.state !== 'archived' && status.state !== 'discontinued')
      .flatMap(({ value }) =>
        value.capabilities.flatMap(({ id }) => value.lifecycle.map((moment) => `${id} ${moment}`)),
      ),
  );
  for (const { id, file, value } of draft.capabilities) {
    if (!wanted.has(id)) {
      const message = `No control wants the capability ${id}. Let one want it, or remove it.`;
      report(file, { steps: [] }, 'unused', message);
    }
    const gaps = value.gaps ?? [];
    gaps.forEach(({ moment }, index) => {
      const complaint = !value.moments.includes(moment)
        ? `The capability ${id} has no moment ${moment}, so there is no gap at it. Remove it.`
        : served.has(`${id} ${moment}`)
          ? `A living tool does ${id} at the moment ${moment}: it is no gap any more. Remove it.`
          : gaps.findIndex((gap) => gap.moment === moment) < index
            ? `The gap at the moment ${moment} is told twice. Remove one.`
            : undefined;
      if (complaint !== undefined) report(file, { steps: ['gaps', index, 'moment'] }, 'gap', complaint);
    });
    if (!wanted.has(id)) continue;
    value.moments.forEach((moment, index) => {
      if (served.has(`${id} ${moment}`) || gaps.some((gap) => gap.moment === moment)) return;
      const message = `No living tool does ${id} at the moment ${moment}. Find one, or say in gaps why there is none.`;
      report(file, { steps: ['moments', index] }, 'no-tool', message);
    });
  }
}
