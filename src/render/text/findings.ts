import type { Finding, Severity } from '../../answer/schema';
import { counted, severityWords } from '../words/labels';
import { placeWords } from '../words/places';
import type { Role, Row, Span } from './layout';
import type { Reading } from './reading';
import { headed } from './rows';
import { columns } from './width';

const shownErrors = 10;
const shownWarnings = 3;
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
  if (root.findings.length === 0) return [];
  const open = root.findings.filter(({ ignored }) => ignored === undefined);
  const shown = full ? open : telling(open);
  const widest = Math.max(0, ...shown.map((finding) => columns(whereWords(finding, file))));
  return [
    headed(`Findings: ${tallyWords(open, root.findings.length - open.length)}`),
    ...shown.map((finding) => findingRow(finding, widest, file)),
    ...restRows(open, shown),
  ];
}

/** Errors, and the first warnings of each rule: the fourth of a kind tells nothing new. */
function telling(findings: readonly Finding[]): Finding[] {
  const told = new Map<string, number>();
  return findings.filter(({ rule, severity }) => {
    if (severity !== 'error' && severity !== 'warning') return false;
    const count = (told.get(rule) ?? 0) + 1;
    told.set(rule, count);
    return count <= (severity === 'error' ? shownErrors : shownWarnings);
  });
}

/** `and 47 more [system/gaps]`. */
function restRows(open: readonly Finding[], shown: readonly Finding[]): Row[] {
  const rest = new Map<string, number>();
  for (const { rule, severity } of open) {
    if (severity === 'error' || severity === 'warning') rest.set(rule, (rest.get(rule) ?? 0) + 1);
  }
  for (const { rule } of shown) rest.set(rule, (rest.get(rule) ?? 0) - 1);
  return [...rest]
    .filter(([, count]) => count > 0)
    .map(
      ([rule, count]): Row => [
        { column: placeColumn, text: [{ role: 'dim', text: `and ${count} more [${rule}]` }] },
      ],
    );
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
