import { severityWords } from '../words/labels';
import { placeWords } from '../words/places';
import { blocks, code, md, table } from './escape';
import type { Reading } from './reading';

/** All findings in the order of the files; ignored ones with who said why. */
export function findingsSection({ root }: Reading, level: string): string {
  if (root.findings.length === 0) return '';
  const open = root.findings.filter(({ ignored }) => ignored === undefined);
  const ignored = root.findings.flatMap(({ ignored, rule, place }) =>
    ignored
      ? [
          `- ${code(rule)} at ${code(placeWords(place, true))}: ${md(ignored.reason)}${ignored.until ? `, until ${ignored.until}` : ''}`,
        ]
      : [],
  );
  return blocks(
    `${level} Findings`,
    table(
      ['Where', 'Severity', 'Finding', 'Rule'],
      open.map(({ place, severity, message, rule }) => [
        code(placeWords(place, true)),
        severityWords[severity],
        md(message.text),
        code(rule),
      ]),
    ),
    ignored.length === 0 ? '' : blocks('Ignored:', ignored.join('\n')),
  );
}
