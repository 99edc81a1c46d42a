import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planStart, type StartFacts } from '../../../scripts/host/start-plan';

const facts: StartFacts = {
  args: [],
  from: '/home',
  sample: '/repo/test/projects/cv-ranker',
  interactive: true,
  code: undefined,
  repository: '/repo',
  kindOf: (path) => (path.endsWith('.yaml') ? 'file' : path.includes('nowhere') ? 'nothing' : 'folder'),
  resolve: (from, path) => posix.resolve(from, path),
};

describe('npm start', () => {
  it('shows the sample project when none is named', () => {
    expect(planStart(facts)).toEqual({ do: 'advise', project: facts.sample, open: true, with: 'served' });
  });

  it('takes a project from where the user stands', () => {
    expect(planStart({ ...facts, args: ['mine'] })).toMatchObject({ project: '/home/mine' });
    expect(planStart({ ...facts, args: ['/else/where'] })).toMatchObject({ project: '/else/where' });
  });

  it('opens the VS Code that is there, with the extension on the project', () => {
    expect(planStart({ ...facts, code: '/bin/code', args: ['mine'] })).toMatchObject({
      open: true,
      with: { command: '/bin/code', args: ['--extensionDevelopmentPath=/repo', '/home/mine'] },
    });
  });

  it('opens nothing with --print, wherever it stands', () => {
    expect(planStart({ ...facts, args: ['--print'] })).toMatchObject({ project: facts.sample, open: false });
    expect(planStart({ ...facts, args: ['mine', '--', '--print'] })).toMatchObject({
      project: '/home/mine',
      open: false,
    });
  });

  it('opens nothing without a terminal', () => {
    expect(planStart({ ...facts, interactive: false })).toMatchObject({ do: 'advise', open: false });
  });

  it.each([
    [['nowhere'], 'There is no /home/nowhere.'],
    [['ai-usage.yaml'], 'is a file'],
    [['one', 'two'], 'One project at a time'],
    [['--prnt'], '--prnt is no option'],
  ])('refuses %j and says why and how', (args, why) => {
    const plan = planStart({ ...facts, args });
    expect(plan).toMatchObject({ do: 'refuse', why: expect.stringContaining(why) });
    expect(plan).toMatchObject({ why: expect.stringContaining('Use: npm start') });
  });
});
