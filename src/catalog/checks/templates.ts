import type { Draft, Report } from '../draft';
import { templatePlaceholders } from '../schema/template';
import { holes } from './holes';

/** How many words a template has: a small team answers it in one sitting. */
export const templateWords = [80, 450] as const;

/**
 * Checks that each template belongs to a control, is written where that control looks for evidence, and leaves to the
 * manifest only what a manifest knows.
 */
export function checkTemplates(draft: Draft, report: Report): void {
  const controls = new Map(draft.controls.map(({ id, value }) => [id, value]));
  for (const { id, file, value } of draft.templates) {
    const control = controls.get(id);
    if (!control) {
      if (draft.rejected.has(`controls/${id}`)) continue;
      const message = `There is no control ${id} that this could be a template of. Call the file as the control.`;
      report(file, { steps: [] }, 'unknown-id', message);
      continue;
    }
    const { globs } = control.evidence;
    // Where a manifest has several systems, each has a file of its own beside the others.
    const places = [value.path, value.path.replace(/\.md$/, '-some-system.md')];
    if (!places.every((path) => globs.some((glob) => isMatch(glob, path)))) {
      const message = `${value.path}, or the same with the id of a system before .md, is no evidence of ${id}, which looks for ${globs.join(', ')}.`;
      report(file, { steps: ['path'] }, 'template', message);
    }
    const known: readonly string[] = templatePlaceholders[value.scope];
    for (const [whole, name = ''] of file.body.matchAll(/\{\{([^{}]*)\}\}/g)) {
      if (known.includes(name)) continue;
      const message = `Nothing fills ${whole}. There are ${known.map((one) => `{{${one}}}`).join(', ')}.`;
      report(file, { steps: [] }, 'template', message);
    }
    if (!file.body.includes('…')) {
      const message =
        'It asks nothing: a blank is written …. Without one, a file as written would be complete.';
      report(file, { steps: [] }, 'template', message);
    }
    const count = file.body.split(/\s+/).length;
    const [least, most] = templateWords;
    if (count < least || count > most) {
      const message = `The template has ${count} words. ${least} to ${most} are meant.`;
      report(file, { steps: [] }, 'words', message, holes);
    }
  }
}

/** Globs of the catalog alone, which are short: `*` within a name, `**` across folders. */
function isMatch(glob: string, path: string): boolean {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\?]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*/g, (stars) => (stars === '*' ? '[^/]*' : stars === '**' ? '.*' : '(?:.*/)?'));
  return new RegExp(`^${pattern}$`).test(path);
}
