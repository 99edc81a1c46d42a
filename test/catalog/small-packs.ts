import { buildFiles } from '../../scripts/built-catalog';
import { createAdvisor } from '../../src/advise/create';
import type { Root } from '../../src/answer/schema';
import type { Pack, PackData } from '../../src/catalog/pack';
import { sha256 } from '../../src/catalog/sha256';
import { noFiles, today } from '../core/real-catalog';
import { changed, type Files, filesOf, withFiles } from './small-catalog';

/** Small catalogs as packs, and what they say of one manifest. */

/** What a whole catalog must not lack, and a small one may. */
const holes: ReadonlySet<string> = new Set([
  'unused',
  'no-tool',
  'no-control',
  'no-process',
  'bare-duty',
  'words',
]);

export function packOf(files: Files = withFiles({})): Pack {
  const { pack, problems } = buildFiles(filesOf(files));
  const errors = problems.filter(({ severity, code }) => severity === 'error' && !holes.has(code));
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return pack;
}

/** The small catalog as a pack, with one stretch of one file replaced. */
export function packWith(file: string, from: string, to: string): Pack {
  return packOf(changed(file, from, to));
}

/** What a build writes of a pack. */
export function dataOf({ places, ...data }: Pack): PackData {
  if (places.length === 0) throw new Error('A pack has places, whatever else it lacks.');
  return data;
}

/** A pack file whose data somebody changed, with the hash that belongs to it. */
export function sealed(data: object): string {
  const rest = Object.fromEntries(Object.entries(data).filter(([key]) => key !== 'hash'));
  return JSON.stringify({ ...rest, hash: sha256(JSON.stringify(rest)) });
}

/** A payment agent of a large firm in Germany: the act of the small catalog binds it, and the risk is run. */
export const payer = `version: 1
organization: { size: large, seat: DE }
systems:
  - id: payer
    roles: [deployer]
    kind: agent
    autonomy: acts-on-approval
    markets: [DE]
    tools:
      - { name: pay, access: pay, reversible: false, approval: none }
`;

export function answerUnder(pack: Pack, text = payer, asOf = '2026-11-24'): Root {
  const files = { root: 'ai-usage.yaml', parts: [], shadowed: [], lonePart: false };
  const texts = new Map([['ai-usage.yaml', text]]);
  const analysis = createAdvisor(pack).analyze({ files, texts, today, asOf, repository: noFiles });
  return analysis.answer({ questions: false, portfolio: true });
}
