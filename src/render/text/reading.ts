import type { Root } from '../../answer/schema';
import type { Names } from '../words/names';

/** What the sections of the text need to know beside the part of the answer that they tell. */
export interface Reading {
  readonly root: Root;
  readonly full: boolean;
  readonly file: (path: string) => string;
  readonly names: Names;
}
