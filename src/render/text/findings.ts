import type { Finding, Severity } from '../../answer/schema';
import { counted, severityWords } from '../words/labels';
import { placeWords } from '../words/places';
import type { Role, Row, Span } from './layout';
import type { Reading } from './reading';
import { headed } from './rows';
import { columns } from './width';

const shownFindings = 20;
const placeColumn = 2;
const widestPlace = 28;
const severityColumns = 8;

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const roles: Readonly<Record<Severity, Role>> = {
  error: 'bad',
  warning: 'warning',
  information: 'accent',
  hint: 'dim',
};

/** Errors and warnings in the order of the files, then how many there are of each; ignored ones are only counted. */
export function findingRows({ root, full, file }: Reading): Row[] {
  const { findings } = root;
  if (findings.length === 0) return [];
  const open = findings.filter(({ ignored }) => ignored === undefined);
  const telling = full ? open : open.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const shown = full ? telling : telling.slice(0, shownFindings);
  const rest = telling.length - shown.length;
  const widest = Math.max(0, ...shown.map((finding) => columns(whereWords(finding, file))));
  const tally = tallyWords(open, findings.length - open.length);
  return [
    headed(`Findings: ${tally}`),
    ...shown.map((finding) => findingRow(finding, widest, file)),
    ...(rest > 0
      ? [[{ column: placeColumn, text: [{ role: 'dim' as const, text: `and ${rest} more` }] }]]
      : []),
  ];
}

/** `file:line:column severity message [rule]`: the message in a column of its own, or below where paths are long. */
function findingRow(finding: Finding, widest: number, file: Reading['file']): Row {
  const where = whereWords(finding, file);
  const severity: Span = { role: roles[finding.severity], text: severityWords[finding.severity] };
  const message: Span[] = [finding.message.text, { role: 'dim', text: ` [${finding.rule}]` }];
  if (widest > widestPlace)
    return [
      { column: placeColumn, text: [where, ' ', severity] },
      { column: placeColumn * 3, text: message },
    ];
  const severityColumn = placeColumn + 1 + widest;
  return [
    { column: placeColumn, text: [where] },
    { column: severityColumn, text: [severity] },
    { column: severityColumn + severityColumns, text: message },
  ];
}

function whereWords({ place }: Finding, file: Reading['file']): string {
  return placeWords({ file: file(place.file), range: place.range }, true);
}

/** `1 error, 2 warnings, 1 note, 1 ignored`. */
function tallyWords(open: readonly Finding[], ignored: number): string {
  const counts = severities.flatMap((severity) => {
    const count = open.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted(count, severityWords[severity])];
  });
  return [...counts, ...(ignored > 0 ? [`${ignored} ignored`] : [])].join(', ');
}
