import type { Rule } from '../../rule';

/** What is wrong with the text as YAML or JSON, whatever it means. */
export const syntax: Rule = {
  id: 'manifest/syntax',
  title: 'The text is not well formed',
  severity: 'error',
  messages: {
    syntax: 'This cannot be read: {detail}. Everything else in the file still counts.',
    'duplicate-key': '`{key}` is here twice; the last one counts. Remove one.',
    'tab-indent': 'YAML is indented with spaces; this line begins with a tab. Replace it with spaces.',
    'unresolved-alias':
      'Nothing in this file is called `{name}` before this line. Define `&{name}` or write the value out.',
    'alias-limit':
      'The aliases of this file unfold to more than {limit} values, so it is not read. Write the values out.',
    'too-deep': 'This is nested deeper than {limit} levels, so it is not read. A manifest needs at most six.',
    'too-large':
      'The file is larger than {limit}, so it is not read. Split it into parts (`name.ai-usage.yaml`).',
    'several-documents':
      'A manifest is one YAML document; what follows this line is not read. Put it into a part of its own.',
    'key-not-text': 'A key is a plain word; this one is not, so it is not read.',
  },
  *piece({ checked, spot, path }) {
    for (const { code, span, params } of checked.piece.problems) {
      yield { message: { id: code, params }, spot: spot(span, path) };
    }
  },
};
