import type { Advisor } from '../../src/advise/advisor';
import { answerSchema } from '../../src/answer/schema';
import { indexLines } from '../../src/text/lines';
import { checkText, type TextCase } from './text';

const noFiles = { match: () => [] };

/** Longer texts are read, but not answered in full: that is what the readers' own cases are for. */
const small = 20_000;

/** A whole answer tells of every law of the world: one text of so many is answered in full. */
const answeredOneOf = 10;

/**
 * Takes a text through everything that is done with a manifest; throws where a finding has a place outside the file,
 * a fix would edit there, or the answer does not fit its schema. Says how many findings there were.
 */
export function checkAdvice(advisor: Advisor, { format, text, seed }: TextCase): number {
  checkText({ format, text, seed });
  const path = `ai-usage.${format}`;
  const analysis = advisor.analyze({
    files: { root: path, parts: [], shadowed: [], lonePart: false },
    texts: new Map([[path, text]]),
    today: '2026-11-24',
    repository: noFiles,
  });
  const lines = indexLines(text);
  for (const finding of analysis.findings) {
    const places = [finding.place, ...finding.related.map(({ place }) => place)].map(({ range }) => range);
    const edits = finding.fixes
      .flatMap(({ id }) => analysis.fix(finding, id) ?? [])
      .map(({ range }) => range);
    for (const { start, end } of [...places, ...edits]) {
      const inside = start.line <= end.line && end.line < lines.count && start.line >= 0;
      if (!inside) throw new Error(`${finding.rule} has a place outside the file.`);
    }
    if (/\{\w+\}|undefined/.test(finding.message.text.replace(/`[^`]*`/g, ''))) {
      throw new Error(`${finding.rule} says "${finding.message.text}".`);
    }
  }
  advisor.complete({ path, text }, { line: seed % lines.count, character: seed % 40 });
  if (text.length > small || seed % answeredOneOf !== 0) return analysis.findings.length;
  const root = analysis.answer({ questions: false, portfolio: true });
  const { error } = answerSchema.safeParse({ schemaVersion: 1, roots: [root] });
  if (error) throw new Error(`The answer does not fit its schema: ${error.message.slice(0, 500)}`);
  advisor.hover(analysis, path, { line: seed % lines.count, character: seed % 30 });
  return analysis.findings.length;
}
