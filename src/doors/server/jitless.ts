import * as z from 'zod';

// Where a page forbids code made from text, the faster parsers that zod would make are refused. To be imported before
// any schema is made.
z.config({ jitless: true });
