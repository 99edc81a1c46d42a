import type { Draft, Report } from '../draft';

/**
 * Each duty that binds has a control that mainly fulfills it, by its id or by one of its themes, or it or one of its themes
 * says why none; that others serve it is not enough. A reason that a control refutes is told too: that of a duty by a
 * control that names the duty, since its theme may have one that does not fit it.
 */
export function checkDutyControls(draft: Draft, report: Report): void {
  const duties = new Map<string, string>();
  const themes = new Map<string, string>();
  for (const { id: control, value } of draft.controls) {
    for (const id of value.primaryFor.duties) duties.set(id, control);
    for (const id of value.primaryFor.themes) themes.set(id, control);
  }
  const excused = new Set<string>();
  for (const { id, file, value } of draft.vocabularies) {
    if (id !== 'themes') continue;
    value.terms.forEach((term, index) => {
      if (term.noControl === undefined) return;
      excused.add(term.id);
      const control = themes.get(term.id);
      if (control === undefined) return;
      const message = `The control ${control} names the theme ${term.id}. Remove noControl, or the theme from the control.`;
      report(file, { steps: ['terms', index, 'noControl'], on: 'key' }, 'gap', message);
    });
  }
  for (const { main, parts } of draft.regimes) {
    for (const { file, value } of [main, ...parts]) {
      value.duties.forEach((duty, index) => {
        const control = duties.get(duty.id);
        if (control !== undefined) {
          if (duty.noControl === undefined) return;
          const message = `The control ${control} names the duty. Remove noControl, or the duty from the control.`;
          report(file, { steps: ['duties', index, 'noControl'], on: 'key' }, 'gap', message);
          return;
        }
        if (!main.value.binding || duty.noControl !== undefined) return;
        if (duty.themes.some((theme) => excused.has(theme) || themes.has(theme))) return;
        const message = `No control fulfills ${duty.id}. Let one name it, or say in noControl why none can.`;
        report(file, { steps: ['duties', index, 'id'] }, 'bare-duty', message);
      });
    }
  }
}
