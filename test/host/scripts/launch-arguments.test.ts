import { describe, expect, it } from 'vitest';
import { readLaunchArguments } from '../../../scripts/host/launch-arguments';

describe('the command line of VS Code', () => {
  it('is read as the runner of the tests writes it', () => {
    const all = [
      '/work space/project',
      '--user-data-dir=/data',
      '--no-sandbox',
      '--disable-workspace-trust',
      '--extensionTestsPath=/tests/index.js',
      '--extensionDevelopmentPath=/one',
      '--extensionDevelopmentPath=/two',
    ];
    expect(readLaunchArguments(all)).toEqual({
      folder: '/work space/project',
      testsPath: '/tests/index.js',
      extensionPaths: ['/one', '/two'],
      all,
    });
  });

  it('is refused without tests, extension or folder, saying which', () => {
    expect(() => readLaunchArguments(['/f', '--extensionDevelopmentPath=/e'])).toThrow(
      '--extensionTestsPath',
    );
    expect(() => readLaunchArguments(['/f', '--extensionTestsPath=/t'])).toThrow(
      '--extensionDevelopmentPath',
    );
    expect(() => readLaunchArguments(['--extensionDevelopmentPath=/e', '--extensionTestsPath=/t'])).toThrow(
      'folder',
    );
  });
});
