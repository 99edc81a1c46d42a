import { describe, expect, it } from 'vitest';
import type { Portfolio } from '../../../src/answer/schema';
import { planned } from '../../../src/select/trial';
import { measuresOf, standsInThePath } from '../../../src/select/trial-measures';
import { wilson } from '../../../src/select/wilson';
import { analyzeText, pack } from '../real-catalog';

const manifest = `version: 1
organization: { seat: DE }
preferences: { toolsInUse: [fairlearn] }
systems:
  - id: cv-ranker
    purpose: Ranks applications
    roles: [deployer]
    areas: [employment.recruitment]
    influence: main-factor
    markets: [DE]
  - id: payer
    purpose: Pays invoices
    roles: [deployer]
    kind: agent
    autonomy: acts-alone
    markets: [DE]
    tools:
      - { name: pay, access: pay, reversible: false, approval: none }
`;

const analysis = analyzeText(manifest);

function asked(): Portfolio {
  const { portfolio } = analysis.answer({ questions: false, portfolio: true, trial: true });
  if (!portfolio) throw new Error('It was asked for.');
  return portfolio;
}

describe('a plan for a trial', () => {
  const portfolio = asked();
  const { trial } = portfolio;
  if (!trial) throw new Error('It was asked for.');

  it('is there only where it is asked for, and changes nothing else', () => {
    const { portfolio: plain } = analysis.answer({ questions: false, portfolio: true });
    expect(plain).not.toHaveProperty('trial');
    expect({ ...plain, trial }).toEqual(portfolio);
  });

  it('tries every chosen tool and the first alternative to each, once', () => {
    const chosen = portfolio.tools.map(({ tool }) => tool);
    const runners = portfolio.tools.flatMap(({ alternatives }) =>
      alternatives.slice(0, 1).map(({ tool }) => tool),
    );
    const tried = trial.tools.map(({ tool }) => tool);
    expect(tried.slice(0, chosen.length)).toEqual(chosen);
    expect(new Set(tried)).toEqual(new Set([...chosen, ...runners]));
    expect(new Set(tried).size).toBe(tried.length);
    for (const { tool, standing, insteadOf } of trial.tools)
      if (standing === 'runner-up')
        expect(insteadOf).toEqual(
          portfolio.tools.filter(({ alternatives }) => alternatives[0]?.tool === tool).map((one) => one.tool),
        );
  });

  it('has a criterion for every need that a chosen tool closes, and names who can close it', () => {
    const planned = new Set(trial.functional.flatMap(({ needs }) => needs));
    for (const { tool, closes } of portfolio.tools) {
      for (const need of closes) {
        expect(planned.has(need), need).toBe(true);
        const item = trial.functional.find(({ needs }) => needs.includes(need));
        expect(item?.tools, need).toContain(tool);
      }
    }
    for (const { measures } of trial.functional) expect(measures.length).toBeGreaterThan(0);
  });

  it('keeps apart what is measured of functions from latency, data, license, support, cost and exit', () => {
    expect(trial.nonFunctional.tools.map(({ tool }) => tool)).toEqual(trial.tools.map(({ tool }) => tool));
    const inPath = trial.functional.filter(({ capability }) =>
      pack.capabilities.some((entry) => entry.id === capability && standsInThePath(entry)),
    );
    expect(inPath.length).toBeGreaterThan(0);
    expect(new Set(trial.nonFunctional.latency?.tools)).toEqual(
      new Set(inPath.flatMap(({ tools }) => tools)),
    );
  });
});

describe('what is measured of a capability', () => {
  it('fits every capability: one mark, a sample, and a pass that the mark asks for', () => {
    for (const capability of pack.capabilities) {
      for (const measure of measuresOf(capability)) {
        const { unit, atLeast, atMost, sample, pass, interval } = planned(measure);
        expect((atLeast === undefined) !== (atMost === undefined), capability.id).toBe(true);
        if (unit !== 'share') expect(pass).toBe(sample);
        else if (atLeast !== undefined) {
          expect(pass / sample).toBeGreaterThanOrEqual(atLeast - 1e-9);
          expect((pass - 1) / sample).toBeLessThan(atLeast);
        } else {
          expect(pass / sample).toBeLessThanOrEqual((atMost ?? 0) + 1e-9);
          expect((pass + 1) / sample).toBeGreaterThan(atMost ?? 0);
        }
        const { low, high } = wilson(pass, sample);
        expect(interval.low).toBeLessThanOrEqual(low + 1e-9);
        expect(interval.high).toBeGreaterThanOrEqual(high - 1e-9);
      }
    }
  });

  it('of a guard counts hits and false alarms, of a log whether its records answer who, what and when', () => {
    const of = (id: string) => measuresOf(pack.capabilities.find((entry) => entry.id === id) ?? never(id));
    for (const guard of ['toxicity-filter', 'prompt-injection-detection', 'topic-control']) {
      expect(of(guard).some(({ atLeast }) => atLeast !== undefined)).toBe(true);
      expect(of(guard).some(({ atMost }) => atMost !== undefined)).toBe(true);
    }
    expect(of('audit-log')[0]?.criterion).toMatch(/who, what, when/);
    // By hand: 95 % of 200 are 190; Wilson gives 0.9104 to 0.9726.
    expect(of('audit-log').map(planned)[0]).toMatchObject({
      sample: 200,
      pass: 190,
      interval: { low: 0.91, high: 0.973 },
    });
  });

  it('of a switch is a time that is kept in each repeat', () => {
    const measure = measuresOf(
      pack.capabilities.find(({ id }) => id === 'kill-switch') ?? never('kill-switch'),
    );
    // 30 of 30: the lower end is 30 / (30 + 3.8415) = 0.886.
    expect(measure.map(planned)).toMatchObject([
      { unit: 'seconds', atMost: 10, sample: 30, pass: 30, interval: { low: 0.886, high: 1 } },
    ]);
  });
});

function never(id: string): never {
  throw new Error(`The catalog has no ${id}.`);
}
