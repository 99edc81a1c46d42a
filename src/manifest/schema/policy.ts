import * as z from 'zod';
import { failOn, severity } from '../enums/choices';
import {
  choice,
  day,
  glob,
  group,
  idOf,
  list,
  manifestPath,
  optional,
  recordOf,
  required,
  text,
} from './notation';

const requiresSchema = z
  .strictObject({
    catalog: optional('Oldest catalog that may be used, such as `>=2026.11`.', text()),
  })
  .meta({ id: 'requires' });

/** What decides about findings, so that editor and CI agree. */
export const policySchema = z
  .strictObject({
    severities: optional(
      'Another severity for a rule, by its id. Example: `{ system/gaps: error }`.',
      recordOf('rule', choice(severity)),
    ),
    failOn: optional('From which severity on a check fails; `error` when not said.', choice(failOn)),
    catalogs: optional(
      "Folders with a company's own tools, controls, regimes or withdrawals, laid over the catalog.",
      list(glob()),
    ),
    requires: optional('What the advisor must bring.', group(requiresSchema)),
    asOf: optional('Day on which the law is read; today when not said. Example: `2027-01-01`.', day()),
  })
  .meta({ id: 'policy' });

export const ignoreSchema = z
  .strictObject({
    rule: required('Rule whose findings are not counted.', idOf('rule')),
    path: optional(
      'Place in the manifest for which this counts, with all below it; everywhere when not said. Example: `systems.cv-ranker.tools.send-mail`.',
      manifestPath(),
    ),
    reason: required('Why, for whoever reads it later.', text()),
    until: optional(
      'Day on which this lapses; it counts until the day before, and for good when not said.',
      day(),
    ),
  })
  .meta({ id: 'ignored' });
