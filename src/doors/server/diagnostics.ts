import { type Diagnostic, DiagnosticSeverity, type PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Finding, Severity } from '../../answer/schema';
import type { ClientAbilities } from './client-abilities';
import type { Folder } from './folder';
import { diagnosticSource } from './protocol';
import { rulePage } from './rule-page';
import { sameUri } from './uris';
import { uriOf } from './workspace';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as the protocol says it. */
export function diagnosticOf(finding: Finding, folder: Folder, client: ClientAbilities): Diagnostic {
  const diagnostic: Diagnostic = {
    range: finding.place.range,
    severity: severities[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    message: finding.message.text,
  };
  if (client.codeDescription) diagnostic.codeDescription = { href: rulePage(finding.rule) };
  if (client.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ place, message }) => ({
      location: { uri: uriOf(folder, place.file), range: place.range },
      message,
    }));
  }
  return diagnostic;
}

/** Findings that are shown: those that the manifest does not ignore. */
export function shownFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ ignored }) => ignored === undefined);
}

/**
 * Sends the findings of folders to the client: to each file its own, only where they changed, and never those that
 * speak of another version of a document than the client has now.
 */
export class DiagnosticsPublisher {
  /** By folder and then by URI as of `sameUri`: what was last sent, as JSON. */
  private readonly sent = new Map<Folder, Map<string, { uri: string; text: string }>>();

  constructor(
    private readonly client: ClientAbilities,
    private readonly send: (params: PublishDiagnosticsParams) => void,
  ) {}

  publish(folder: Folder): void {
    const before = this.sent.get(folder) ?? new Map<string, { uri: string; text: string }>();
    const now = new Map<string, { uri: string; text: string }>();
    for (const [path, { diagnostics, version }] of this.byFile(folder)) {
      const uri = uriOf(folder, path);
      const key = sameUri(uri);
      const isStale = version !== undefined && version !== folder.openDocument(path)?.version;
      const last = before.get(key);
      if (isStale) {
        if (last !== undefined) now.set(key, last);
        continue;
      }
      const text = JSON.stringify([diagnostics, version]);
      if (last?.text !== text) this.deliver(uri, diagnostics, version);
      now.set(key, { uri, text });
    }
    for (const [key, { uri }] of before) {
      if (!now.has(key)) this.send({ uri, diagnostics: [] });
    }
    this.sent.set(folder, now);
  }

  /** Takes back what was sent for a folder that is no more. */
  withdraw(folder: Folder): void {
    for (const { uri } of this.sent.get(folder)?.values() ?? []) this.send({ uri, diagnostics: [] });
    this.sent.delete(folder);
  }

  private deliver(uri: string, diagnostics: Diagnostic[], version: number | undefined): void {
    const withVersion = version !== undefined && this.client.versionedDiagnostics;
    this.send(withVersion ? { uri, diagnostics, version } : { uri, diagnostics });
  }

  /** Each file of the folder's roots with its findings; a base that several roots read says each thing once. */
  private byFile(folder: Folder): Map<string, { diagnostics: Diagnostic[]; version: number | undefined }> {
    const byFile = new Map<
      string,
      { diagnostics: Diagnostic[]; version: number | undefined; seen: Set<string> }
    >();
    for (const { analysis, files, versions } of folder.states) {
      const fileOf = (path: string) => {
        const known = byFile.get(path) ?? { diagnostics: [], version: versions.get(path), seen: new Set() };
        byFile.set(path, known);
        return known;
      };
      for (const path of [files.root, ...files.parts]) fileOf(path);
      for (const finding of shownFindings(analysis.findings)) {
        const file = fileOf(finding.place.file);
        const diagnostic = diagnosticOf(finding, folder, this.client);
        const text = JSON.stringify(diagnostic);
        if (!file.seen.has(text)) file.diagnostics.push(diagnostic);
        file.seen.add(text);
      }
    }
    return byFile;
  }
}
