import { irreversibleWithoutApproval } from './agent/irreversible-without-approval/rule';
import { overlay } from './catalog/overlay/rule';
import { unknownId } from './catalog/unknown-id/rule';
import { claimRefused } from './claim/refused/rule';
import { claimWithoutEffect } from './claim/without-effect/rule';
import { declaredOtherwise } from './class/declared-otherwise/rule';
import { notShown } from './control/not-shown/rule';
import { unexplained } from './control/unexplained/rule';
import { ignoreExpired } from './ignore/expired/rule';
import { ignoreUnused } from './ignore/unused/rule';
import { duplicateId } from './manifest/duplicate-id/rule';
import { files } from './manifest/files/rule';
import { listExpected } from './manifest/list-expected/rule';
import { locked } from './manifest/locked/rule';
import { missingKey } from './manifest/missing-key/rule';
import { syntax } from './manifest/syntax/rule';
import { unknownKey } from './manifest/unknown-key/rule';
import { wrongValue } from './manifest/wrong-value/rule';
import { catalogVersion } from './policy/catalog-version/rule';
import { blocksLaw } from './preferences/blocks-law/rule';
import { contradiction } from './preferences/contradiction/rule';
import { toolAdvisory } from './preferences/tool-advisory/rule';
import { unknownLicense } from './preferences/unknown-license/rule';
import type { Rule } from './rule';
import { gaps } from './system/gaps/rule';
import { prohibited } from './system/prohibited/rule';
import { waiverIncomplete } from './waiver/incomplete/rule';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  irreversibleWithoutApproval,
  overlay,
  unknownId,
  claimRefused,
  claimWithoutEffect,
  declaredOtherwise,
  notShown,
  unexplained,
  ignoreExpired,
  ignoreUnused,
  duplicateId,
  files,
  listExpected,
  locked,
  missingKey,
  syntax,
  unknownKey,
  wrongValue,
  catalogVersion,
  blocksLaw,
  contradiction,
  toolAdvisory,
  unknownLicense,
  gaps,
  prohibited,
  waiverIncomplete,
];
