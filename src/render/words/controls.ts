/** What a control lacks to count as in place, as the core says it by id. Clauses: no capital, no full stop. */
export const controlWords: Readonly<Record<string, string>> = {
  'control.planned': 'planned, not begun',
  'control.in-progress': 'in progress',
  'control.no-status': 'no status is said',
  'control.no-note': 'not applicable without a note that says why',
  'control.no-owner': 'no owner',
  'control.no-review': 'no review date',
  'control.review-past': 'its review was due on {date}',
  'control.no-evidence': 'no evidence is named',
  'control.evidence-missing': '{path} does not exist',
  'control.evidence-empty': '{path} is empty, or a template that is not filled in',
  'control.evidence-outside': '{path} leads out of the workspace and is not read',
  'control.evidence-url': '{path} cannot be checked offline',
};
