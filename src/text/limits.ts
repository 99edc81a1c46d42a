/** Longest text that is read, in UTF-16 units: 2 MiB. A manifest of 1,500 systems is smaller. */
export const MAX_TEXT = 2 * 1024 * 1024;

/** The same in words, as a problem says it. */
export const MAX_TEXT_IN_WORDS = '2 MiB';

/**
 * How many lexemes the YAML library may take from one text: it needs some 3 µs and 500 bytes for each. A manifest of
 * 2 MiB that needs the library at all has 800,000.
 */
export const MAX_LEXEMES = 1_000_000;

/** The same in words, as a problem says it. */
export const MAX_LEXEMES_IN_WORDS = '1,000,000 words and signs';

/** How many items are read one by one by the library before the whole is read at once, which then costs less. */
export const MAX_ITEMS_ALONE = 3_000;

/** How deep lists and mappings may lie in one another. A manifest needs 6. */
export const MAX_DEPTH = 64;

/** How many values aliases may add in all, counted as if each alias were written out. */
export const MAX_ALIASED = 20_000;

/** How many problems of syntax are kept for one piece: after so many, one more helps nobody. */
export const MAX_SYNTAX_PROBLEMS = 20;

/** How many problems of each other kind are kept for one piece. */
export const MAX_PROBLEMS = 100;
