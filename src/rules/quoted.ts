/** Longer texts of a manifest are cut in messages. */
const longest = 80;

/** Free text of a manifest in a message: in quotes, on one line, and not too long. It is shown, never believed. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line}”`;
}
