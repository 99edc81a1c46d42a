import { LineCounter, parseDocument } from 'yaml';
import { builtCatalog } from '../../scripts/built-catalog';
import type { Analysis } from '../../src/advise/advisor';
import { createAdvisor } from '../../src/advise/create';
import { manifestOf } from './manifests';
import { solverFigures } from './solver';

/**
 * `npm run bench`: speed as ratios within one run, since milliseconds say more about the machine. Each figure is the
 * median of several runs after a warm-up.
 */

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Median milliseconds of a piece of work. */
function time(work: (run: number) => void, runs = 15): number {
  for (let run = 0; run < 3; run++) work(run);
  const times = Array.from({ length: runs }, (_, run) => {
    const started = performance.now();
    work(run);
    return performance.now() - started;
  });
  return median(times);
}

/** Median milliseconds of two pieces of work, taken in turns: what else the machine does then falls on both. */
function timeBoth(one: () => void, other: () => void, runs = 25): readonly [number, number] {
  for (let run = 0; run < 5; run++) {
    one();
    other();
  }
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    one();
    const between = performance.now();
    other();
    return [between - started, performance.now() - between] as const;
  });
  return [median(times.map(([first]) => first)), median(times.map(([, second]) => second))];
}

function bareParse(text: string): void {
  const lineCounter = new LineCounter();
  parseDocument(text, { lineCounter });
}

async function main(): Promise<void> {
  const { pack, bodies } = await builtCatalog();
  const advisor = createAdvisor(pack, bodies);
  const repository = { match: () => [] };
  const analyze = (text: string, previous?: Analysis) =>
    advisor.analyze(
      {
        files: { root: 'ai-usage.yaml', parts: [], shadowed: [], lonePart: false },
        texts: new Map([['ai-usage.yaml', text]]),
        today: '2026-11-24',
        repository,
      },
      previous,
    );
  const row = (name: string, ms: number, against: number, goal: string) =>
    console.log(
      `${name.padEnd(62)} ${ms.toFixed(1).padStart(8)} ms  ${(ms / against).toFixed(3).padStart(7)}  (goal ${goal})`,
    );

  const fifty = manifestOf(50);
  const [parse, first] = timeBoth(
    () => bareParse(fifty),
    () => analyze(fifty),
  );
  row('bare parse of 50 systems by the yaml library', parse, parse, '1');
  row('first analysis of 50 systems, to bare parse', first, parse, '≤ 1.5');

  const thousand = manifestOf(1000);
  const whole = time(() => analyze(thousand), 5);
  const at = thousand.indexOf('Orders applications for post 500');
  let analysis = analyze(thousand);
  const edit = time((run) => {
    const text = `${thousand.slice(0, at)}${String.fromCharCode(97 + (run % 26))}${thousand.slice(at)}`;
    analysis = analyze(text, analysis);
  });
  row('one-character edit in 1,000 systems, to their full analysis', edit, whole, '≤ 0.05');
  row(
    'analysis, questions and portfolio of 50 systems, to bare parse',
    time(() => analyze(fifty).answer({ questions: true, portfolio: true }), 3),
    parse,
    'none',
  );
  const [cold, again] = coldAndAgain(() => analyze(fifty));
  row('tools of 50 systems without one that was chosen, to the first answer', again, cold, '≤ 0.333');
  for (const { name, ours, theirs, goal } of await solverFigures(pack, analyze))
    row(name, ours, theirs, goal);
}

/** Median milliseconds of a first answer with tools, and of the next one in which one of them is not to be had. */
function coldAndAgain(analyzed: () => Analysis, runs = 5): readonly [number, number] {
  const times = Array.from({ length: runs }, () => {
    const analysis = analyzed();
    const started = performance.now();
    const { portfolio } = analysis.answer({ questions: false, portfolio: true });
    const between = performance.now();
    const without = (portfolio?.tools ?? []).slice(0, 1).map(({ tool }) => tool);
    analysis.answer({ questions: false, portfolio: true, preferences: { without } });
    return [between - started, performance.now() - between] as const;
  });
  return [median(times.map(([first]) => first)), median(times.map(([, second]) => second))];
}

void main();
