import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isTemplate, markWithin, mayBeTemplate } from '../../catalog/template-mark';
import { type FilePort, type FileText, type Listing, listingLimit, readLimit, skippedFolders } from '../port';
import { systemProblem } from './problem';

/** The files of one folder on this machine. `folder` is absolute. */
export function nodeFiles(folder: string): FilePort {
  return {
    list: () => listFiles(folder),
    read: (path) => readText(join(folder, path)),
    isEmpty: (path) => isEmpty(join(folder, path)),
  };
}

/**
 * Lists every file below a folder, level by level and sorted, so that a listing that stops at `limit` is the same
 * on every run. A link to a file counts when the file lies in the folder; linked folders are not entered.
 */
export async function listFiles(folder: string, limit = listingLimit): Promise<Listing> {
  const paths: string[] = [];
  const problems: string[] = [];
  const home = await realpath(folder).catch(() => folder);
  const waiting: string[] = [''];
  let seen = 0;
  for (let next = 0; next < waiting.length; next++) {
    const below = waiting[next] ?? '';
    const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
      problems.push(
        `Cannot list ${below === '' ? folder : below}: ${systemProblem(error)}. Its files are not seen.`,
      );
      return [];
    });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (++seen > limit) {
        problems.push(
          `There are more than ${limit} files and folders in ${folder}; the rest is not seen. Name a smaller folder.`,
        );
        return { paths: paths.sort(), complete: false, problems };
      }
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) waiting.push(path);
      } else if (
        entry.isFile() ||
        (entry.isSymbolicLink() && (await leadsToFile(join(folder, path), home)))
      ) {
        paths.push(path);
      }
    }
  }
  return { paths: paths.sort(), complete: true, problems };
}

async function leadsToFile(link: string, home: string): Promise<boolean> {
  try {
    const target = await realpath(link);
    const inside = target.startsWith(home.endsWith(sep) ? home : home + sep);
    return inside && (await stat(target)).isFile();
  } catch {
    // A link to nothing, or in a circle.
    return false;
  }
}

/** Reads a text file of at most `limit` bytes. `path` is absolute. */
export async function readText(path: string, limit = readLimit): Promise<FileText> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > limit) return { problem: `it has ${size} bytes; at most ${limit} are read` };
      return { text: await file.readFile('utf8') };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { problem: systemProblem(error) };
  }
}

function isEmpty(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size === 0) return true;
  return mayBeTemplate(path) && isTemplate(beginningOf(path));
}

/** The first bytes of a file as text; nothing where it cannot be read. */
function beginningOf(path: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(markWithin);
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, markWithin, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}
