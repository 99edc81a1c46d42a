import type { Source } from '../catalog/schema/facts';

/** One page: title, facts, guidance, sections with more, and where it was read and when. */
export function page(
  title: string,
  facts: readonly string[],
  body: string | undefined,
  sources: readonly Source[],
  more: readonly string[] = [],
): string {
  const read = sources.map(sourceLine);
  return [
    `# ${title}`,
    ...facts,
    ...(body === undefined ? [] : [body.trim()]),
    ...more,
    ...(read.length > 0 ? ['## Sources', read.join('\n')] : []),
  ].join('\n\n');
}

function sourceLine({ title, url, read, kind }: Source): string {
  const name = url === undefined ? title : `[${title}](${url})`;
  return `- ${name} (${kind}, ${read === null ? 'not read' : `read ${read}`})`;
}
