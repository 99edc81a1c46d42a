import fc from 'fast-check';

/** Random cases are the same on every run and every machine; `npm run fuzz` is for new ones. */
fc.configureGlobal({ seed: 20261124 });
