import { isTemplate, mayBeTemplate } from '../../catalog/template-mark';
import { type FileText, type Listing, listingLimit, readLimit, skippedFolders } from '../port';

/** A file system that is reached by paths relative to one folder, such as an editor's. Everything may reject. */
export interface Tree {
  /** What is in a folder; the folder itself is the empty path. A link to a folder is no folder. */
  entries(
    folder: string,
  ): Promise<readonly { readonly name: string; readonly kind: 'file' | 'folder' | 'other' }[]>;
  size(file: string): Promise<number>;
  bytes(file: string): Promise<Uint8Array>;
}

/** Folders that are asked for at the same time: a file system behind a network answers late, but many at once. */
const atOnce = 16;

/**
 * Lists every file below a folder, level by level and sorted, so that a listing that stops at `limit` is the same on
 * every run, and the same as of a folder on disk.
 */
export async function listTree(tree: Tree, limit = listingLimit): Promise<Listing> {
  const paths: string[] = [];
  const problems: string[] = [];
  let seen = 0;
  let level = [''];
  while (level.length > 0) {
    const next: string[] = [];
    for (let at = 0; at < level.length; at += atOnce) {
      const folders = level.slice(at, at + atOnce);
      const contents = await Promise.all(folders.map((folder) => entriesOf(tree, folder, problems)));
      for (const [index, folder] of folders.entries()) {
        for (const { name, kind } of contents[index] ?? []) {
          if (++seen > limit) {
            problems.push(
              `There are more than ${limit} files and folders; the rest is not seen. Open a smaller folder.`,
            );
            return { paths: paths.sort(), complete: false, problems };
          }
          const path = folder === '' ? name : `${folder}/${name}`;
          if (kind === 'file') paths.push(path);
          if (kind === 'folder' && !skippedFolders.has(name)) next.push(path);
        }
      }
    }
    level = next;
  }
  return { paths: paths.sort(), complete: true, problems };
}

async function entriesOf(tree: Tree, folder: string, problems: string[]) {
  try {
    const entries = await tree.entries(folder);
    return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    problems.push(
      `Cannot list ${folder === '' ? 'the folder' : folder}: ${sentence(error)} Its files are not seen.`,
    );
    return [];
  }
}

/** The text of a file as UTF-8; a byte order mark stays. Never rejects. */
export async function readTree(tree: Tree, file: string, limit = readLimit): Promise<FileText> {
  try {
    const size = await tree.size(file);
    if (size > limit) return { problem: `it has ${size} bytes; at most ${limit} are read` };
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await tree.bytes(file)) };
  } catch (error) {
    return { problem: sentence(error) };
  }
}

/**
 * Those of the files that show nothing: without a byte, or templates that nobody has filled in. What cannot be looked at
 * counts as not empty. Never rejects.
 */
export async function emptyInTree(tree: Tree, files: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at = 0; at < files.length; at += atOnce) {
    const some = files.slice(at, at + atOnce);
    const empty = await Promise.all(some.map((file) => showsNothing(tree, file).catch(() => false)));
    found.push(...some.filter((_, index) => empty[index]));
  }
  return found;
}

/** A tree gives whole files only, so long ones are not fetched to see how they begin. */
const lookedInto = 256 * 1024;

async function showsNothing(tree: Tree, file: string): Promise<boolean> {
  const size = await tree.size(file);
  if (size === 0) return true;
  if (size > lookedInto || !mayBeTemplate(file)) return false;
  return isTemplate(new TextDecoder().decode(await tree.bytes(file)));
}

function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.endsWith('.') ? text : `${text}.`;
}
