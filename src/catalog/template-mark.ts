/**
 * The first line of a template as it is written. It stands there until somebody has answered what the template asks:
 * so long the file is no evidence.
 */
export const templateMark =
  '<!-- ai-governance: template, not filled in. Remove this line when every … is answered. -->';

/** How much of a file tells whether the mark is in it, in UTF-16 units or bytes. */
export const markWithin = 256;

/** Only such files are looked into: templates are Markdown. */
export function mayBeTemplate(path: string): boolean {
  return path.endsWith('.md');
}

/** Whether a file that begins like this is a template that nobody has filled in. */
export function isTemplate(beginning: string): boolean {
  return beginning.slice(0, markWithin).includes('<!-- ai-governance: template');
}
