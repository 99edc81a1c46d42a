import { useContext } from 'preact/hooks';
import type { Reading } from './context';
import { ReadingContext } from './context';

/** The root at hand. Throws outside of a root's part of the page, which is a mistake of the page's own code. */
export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (reading === undefined) throw new Error('this part of the page belongs inside a root');
  return reading;
}
