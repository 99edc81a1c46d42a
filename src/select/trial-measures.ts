import type { CapabilityEntry, CapabilityMeasure } from '../catalog/schema/capability';
import { smallestSample } from './wilson';

/**
 * What a trial measures of a capability, where its entry in the catalog names nothing more precise: one table by family.
 * `mark` passes; the sample is the smallest with which the mark rules out `floor` at 95 %. All marks are editorial.
 */
interface Usual {
  readonly criterion: string;
  readonly side: 'atLeast' | 'atMost';
  readonly mark: number;
  readonly floor: number;
}

const usual: Readonly<Record<CapabilityEntry['family'], readonly Usual[]>> = {
  guardrail: [
    { criterion: 'planted cases on which it acts as it must', side: 'atLeast', mark: 0.95, floor: 0.9 },
    { criterion: 'ordinary cases of yours that it hinders', side: 'atMost', mark: 0.05, floor: 0.1 },
  ],
  testing: [
    { criterion: 'faults planted beforehand that it finds', side: 'atLeast', mark: 0.8, floor: 0.7 },
    {
      criterion: 'verdicts that a person gives too, who does not see them',
      side: 'atLeast',
      mark: 0.9,
      floor: 0.8,
    },
  ],
  monitoring: [
    {
      criterion: 'events planted in replayed traffic that it reports',
      side: 'atLeast',
      mark: 0.9,
      floor: 0.8,
    },
    { criterion: 'quiet periods in which it reports something', side: 'atMost', mark: 0.05, floor: 0.1 },
  ],
  transparency: [
    {
      criterion: 'statements that a person finds true at their source',
      side: 'atLeast',
      mark: 0.95,
      floor: 0.9,
    },
  ],
  governance: [
    {
      criterion: 'sampled events whose record says who did what, and when',
      side: 'atLeast',
      mark: 0.95,
      floor: 0.9,
    },
  ],
  data: [
    {
      criterion: 'sampled records that it treats as people have labeled them',
      side: 'atLeast',
      mark: 0.95,
      floor: 0.9,
    },
  ],
  'supply-chain': [
    { criterion: 'known parts and planted faults that it reports', side: 'atLeast', mark: 0.9, floor: 0.8 },
    { criterion: 'reports that a person cannot confirm', side: 'atMost', mark: 0.1, floor: 0.2 },
  ],
  security: [
    { criterion: 'planted violations that it stops or reports', side: 'atLeast', mark: 0.95, floor: 0.9 },
    { criterion: 'permitted actions that it stops or reports', side: 'atMost', mark: 0.05, floor: 0.1 },
  ],
  identity: [
    { criterion: 'forbidden requests that it refuses', side: 'atLeast', mark: 0.99, floor: 0.95 },
    { criterion: 'permitted requests that it refuses', side: 'atMost', mark: 0.02, floor: 0.05 },
  ],
};

/** What is measured of a capability: what its entry says, else what is usual in its family. */
export function measuresOf({ family, trial }: CapabilityEntry): readonly CapabilityMeasure[] {
  return trial ?? usual[family].map(measureOf);
}

function measureOf({ criterion, side, mark, floor }: Usual): CapabilityMeasure {
  return { criterion, unit: 'share', [side]: mark, sample: smallestSample(mark, floor) };
}

/** Families whose live tools stand in the path of a request, so that people wait for them. */
const inThePath: ReadonlySet<CapabilityEntry['family']> = new Set(['guardrail', 'security', 'identity']);

export function standsInThePath({ family, runtime }: CapabilityEntry): boolean {
  return runtime && inThePath.has(family);
}

/**
 * Passed with 97 of 100 requests within the limit, it is sure at 95 % that 95 of 100 are: the 95th percentile keeps it.
 */
export const latencyMeasure: CapabilityMeasure = measureOf({
  criterion: 'requests that take at most 100 ms longer with it (set your own limit)',
  side: 'atLeast',
  mark: 0.97,
  floor: 0.95,
});
