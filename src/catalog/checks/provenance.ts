import type { Draft, Report } from '../draft';
import type { EntryFile } from '../entry-file';
import type { Steps } from '../problem';
import type { Source } from '../schema/facts';

interface Fact {
  readonly sources: readonly string[];
  readonly confidence: string;
}

/** Words that stand where an article is not known. */
const noArticle = /^(?:unknown|none|n\/?a|tbd|todo|to be \w+|see (?:the )?text)\b/i;

/**
 * Checks that each binding duty says where it stands in the law, and that nothing in a regime is called sure of which
 * nobody read a source. That there are sources and a grade at all, the schema says.
 */
export function checkProvenance(draft: Draft, report: Report): void {
  for (const { main, parts } of draft.regimes) {
    const isUnread = unreadIn(main.value.sources);
    const check = (file: EntryFile, steps: Steps, { sources, confidence }: Fact) => {
      if (confidence !== 'high' || !sources.every(isUnread)) return;
      const message = 'Nobody read a source of this, and its grade is high. Read one, or lower the grade.';
      report(file, { steps: [...steps, 'confidence'] }, 'provenance', message);
    };
    main.value.history.forEach((event, index) => check(main.file, ['history', index], event));
    main.value.dates.forEach((group, index) => check(main.file, ['dates', index], group));
    for (const { file, value } of [main, ...parts]) {
      value.classes.forEach((basis, index) => check(file, ['classes', index], basis));
      value.duties.forEach((duty, index) => {
        check(file, ['duties', index], duty);
        if (!main.value.binding || isArticle(duty.article)) return;
        const message = 'A binding duty says where it stands in the law. Write its article or section.';
        report(file, { steps: ['duties', index, 'article'] }, 'provenance', message);
      });
    }
  }
}

/** A source that is not there is no unread one: that it is missing is said elsewhere. */
function unreadIn(sources: readonly Source[]): (id: string) => boolean {
  const unread = new Set(
    sources.flatMap(({ id, read, kind }) =>
      id !== undefined && (read === null || kind === 'memory') ? id : [],
    ),
  );
  return (id) => unread.has(id);
}

function isArticle(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !noArticle.test(text.trim());
}
