import { URI, Utils } from 'vscode-uri';

/** One spelling for a URI, whatever the client's way to escape it: two URIs of a file are equal as text after this. */
export function sameUri(uri: string): string {
  const parsed = URI.parse(uri);
  // A folder may come with or without its last slash.
  return (
    parsed.path.length > 1 && parsed.path.endsWith('/')
      ? parsed.with({ path: parsed.path.replace(/\/+$/, '') })
      : parsed
  ).toString();
}

/** The path of `uri` below `folder`, unescaped, with `/`; undefined when it is not below it. Both as of `sameUri`. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const outer = URI.parse(folder);
  const inner = URI.parse(uri);
  if (outer.scheme !== inner.scheme || outer.authority !== inner.authority) return undefined;
  const prefix = outer.path.endsWith('/') ? outer.path : `${outer.path}/`;
  return inner.path.startsWith(prefix) && inner.path.length > prefix.length
    ? inner.path.slice(prefix.length)
    : undefined;
}

/** The URI of a path below a folder. The path is plain text, never escaped. */
export function uriBelow(folder: string, path: string): string {
  const outer = URI.parse(folder);
  return outer.with({ path: `${outer.path.replace(/\/+$/, '')}/${path}` }).toString();
}

/** The folder that holds a file. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The last part of a URI's path, unescaped. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** The scheme of a URI, such as `file` or `untitled`. */
export function schemeOf(uri: string): string {
  return URI.parse(uri).scheme;
}

/** The URI of a path of this machine. */
export function uriOfPath(path: string): string {
  return URI.file(path).toString();
}

/** The path on this machine of a `file` URI. */
export function pathOfUri(uri: string): string {
  return URI.parse(uri).fsPath;
}
