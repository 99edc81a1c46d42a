import * as z from 'zod';

// The page's policy forbids code made from text, and zod looks for that while schemas are made: this module must come
// before any that makes one.
z.config({ jitless: true });
