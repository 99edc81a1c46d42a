import {
  ChaiStyleAssertions,
  type ExpectStatic,
  JestAsymmetricMatchers,
  JestChaiExpect,
  setState,
} from '@vitest/expect';
import * as chai from 'chai';

/**
 * The words that the core's tests use, for a Worker without Node: they collect, and run one after the other. What a
 * test may not use there it does not find here.
 */

type Body = () => unknown;
/** A list of cells, or one cell. */
type Row = unknown;

interface Test {
  readonly name: string;
  readonly body: Body;
}

const tests: Test[] = [];
let path: string[] = [];

chai.use(JestChaiExpect);
chai.use(ChaiStyleAssertions);
chai.use(JestAsymmetricMatchers);

function createExpect(): ExpectStatic {
  const make = ((value: unknown, message?: string) => chai.expect(value, message)) as unknown as ExpectStatic;
  Object.assign(make, chai.expect);
  setState({ assertionCalls: 0, isExpectingAssertions: false, testPath: '' }, make);
  return make;
}

export const expect = createExpect();

function within(name: string, body: Body): void {
  const before = path;
  path = [...path, name];
  body();
  path = before;
}

/** `%s` takes the first cells of a row, `$key` a property of it. */
function named(template: string, row: Row): string {
  const cells = Array.isArray(row) ? [...row] : [row];
  const filled = template.replace(/%[sdioj]/g, (sign) =>
    sign === '%j' ? JSON.stringify(cells.shift()) : String(cells.shift()),
  );
  return filled.replace(/\$(\w+)/g, (_, key: string) => String((row as Record<string, unknown>)[key]));
}

function argumentsOf(row: Row): readonly unknown[] {
  return Array.isArray(row) ? row : [row];
}

type EachBody = (...cells: never[]) => unknown;

function each(add: (name: string, body: Body) => void) {
  return (rows: readonly Row[]) => (template: string, body: EachBody) => {
    // The rows' types are known to the real library only.
    const call = body as (...cells: unknown[]) => unknown;
    for (const row of rows) add(named(template, row), () => call(...argumentsOf(row)));
  };
}

/** A test may bring options before its body, or a time limit after it; here nothing runs out of time. */
function addTest(name: string, ...rest: readonly unknown[]): void {
  const body = rest.find((part): part is Body => typeof part === 'function');
  if (body) tests.push({ name: [...path, name].join(' › '), body });
}

export const describe = Object.assign(within, { each: each(within) });
export const it = Object.assign(addTest, { each: each(addTest) });

export async function runAll(): Promise<{ passed: number; failures: { name: string; error: string }[] }> {
  const failures: { name: string; error: string }[] = [];
  for (const { name, body } of tests) {
    try {
      await body();
    } catch (error) {
      failures.push({ name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  return { passed: tests.length - failures.length, failures };
}
