/** Longest text that is read, in UTF-16 units: 2 MiB. A manifest of 1,500 systems is smaller. */
export const MAX_TEXT = 2 * 1024 * 1024;

/** The same in words, as a problem says it. */
export const MAX_TEXT_IN_WORDS = '2 MiB';

/** How deep lists and mappings may lie in one another. A manifest needs 6. */
export const MAX_DEPTH = 64;

/** How many values aliases may add in all, counted as if each alias were written out. */
export const MAX_ALIASED = 20_000;

/** How many problems of syntax are kept for one piece: after so many, one more helps nobody. */
export const MAX_SYNTAX_PROBLEMS = 20;

/** How many problems of each other kind are kept for one piece. */
export const MAX_PROBLEMS = 100;
