import type { Root } from '../../answer/schema';
import type { Names } from '../words/names';

/** What the sections of the report need to know beside the part of the answer that they tell. */
export interface Reading {
  readonly root: Root;
  readonly names: Names;
}
