const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it does not exist',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  ELOOP: 'its links go in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

/** What the operating system refused, in plain words. */
export function systemProblem(error: unknown): string {
  if (!(error instanceof Error)) return 'it failed for an unknown reason';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return words[code] ?? (code === '' ? error.message : code);
}
