/**
 * How many columns a text takes in a terminal: wide East Asian characters and emoji take two, combining marks none.
 * Ranges: Unicode, East Asian Width W and F, rounded to blocks; terminals differ at the edges.
 */
export function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += columnsOf(character.codePointAt(0) ?? 0);
  return sum;
}

function columnsOf(code: number): number {
  if (code < 0x300) return 1;
  if (within(code, zeroWidth)) return 0;
  return within(code, wide) ? 2 : 1;
}

type Ranges = readonly (readonly [number, number])[];

const zeroWidth: Ranges = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5bd],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200f],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
];

const wide: Ranges = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

function within(code: number, ranges: Ranges): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}
