import { Spot } from '../../../manifest/fact';
import type { Rule } from '../../rule';

/** What does not count of the overlays that the policy names: whoever wrote it believes that it does. */
export const overlay: Rule = {
  id: 'catalog/overlay',
  title: 'An overlay of the catalog that does not count',
  severity: 'error',
  messages: {
    broken: '{what} Until then this entry is left out.',
    note: '{what}',
    outside:
      '`{path}` leads out of the folder that is looked at, so nothing is read from it. Name a folder inside it, with /, or call the advisor on the whole repository.',
    around:
      '`{path}` holds this manifest itself, so nothing is read from it. Name a folder that holds only entries of the catalog.',
    missing:
      'There is no entry in `{path}`, so nothing comes from it. Name a folder of the repository with Markdown files in tools, controls, risks, regimes, capabilities or vocabularies; links and installed packages are not looked into.',
    tooMany: 'The overlays have more than {most} files; the rest is not read. Leave out what is no entry.',
  },
  *root({ overlays }) {
    for (const { message, path, spot, most } of overlays.named) {
      yield { message: { id: message, params: most === undefined ? { path } : { path, most } }, spot };
    }
    for (const { file, lines, span, message, severity } of overlays.files) {
      yield {
        message: { id: severity === 'error' ? 'broken' : 'note', params: { what: message } },
        spot: new Spot('', file, lines, span),
        severity,
      };
    }
  },
};
