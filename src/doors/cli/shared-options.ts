import { InvalidArgumentError, Option } from 'commander';
import { isDay } from './day';

/** Options that several commands have. */

export function catalog(): Option {
  return new Option(
    '--catalog <file>',
    'a catalog in place of the one that comes along: a catalog.json, or its folder',
  );
}

export function asOf(): Option {
  return new Option(
    '--as-of <date>',
    "read the law of that day, before the manifest's policy (YYYY-MM-DD)",
  ).argParser((text) => {
    if (!isDay(text))
      throw new InvalidArgumentError('It is no day of the calendar, written like 2026-11-23.');
    return text;
  });
}
