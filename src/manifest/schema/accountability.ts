import * as z from 'zod';
import { controlStatus } from '../enums/choices';
import { choice, day, glob, idOf, list, optional, required, text, traits } from './notation';

/** A control and how far it is. */
export const controlSchema = z
  .strictObject({
    id: required('Control, by catalog id.', idOf('control')),
    status: optional('How far it is.', choice(controlStatus)),
    evidence: optional(
      'Files that show it: paths or globs from the folder of the root file, inside the workspace, or URLs. A URL is shown, not checked, and shows nothing alone.',
      list(glob()),
    ),
    owner: optional('Who answers for it: e-mail, handle or team.', text()),
    reviewBy: optional(
      'Day by which somebody looks at it again. Past it, the control no longer counts as met.',
      day(),
    ),
    note: optional('Anything else. Needed to say why a control is not applicable.', text()),
  })
  .meta({ id: 'control' });

/** Somebody with a name accepts, for a time, that something is not done. */
export const waiverSchema = z
  .strictObject({
    control: optional('Control that is waived, by catalog id. Either this or `duty`.', idOf('control')),
    duty: optional('Duty that is waived, by catalog id. Either this or `control`.', idOf('duty')),
    reason: required('Why it is not done now.', text()),
    approvedBy: required('Who decided that: e-mail, handle or team.', text()),
    expires: required('Day on which the waiver lapses; it holds until the day before.', day()),
  })
  .refine((waiver) => Object.hasOwn(waiver, 'control') || Object.hasOwn(waiver, 'duty'))
  .meta({ id: 'waiver' });
traits.add(waiverSchema, { oneOfKeys: ['control', 'duty'] });

/** An exception of a law that counts only when it is claimed. */
export const claimSchema = z
  .strictObject({
    exemption: required(
      'Exception that is claimed, by catalog id. Example: `eu-ai-act.art-6-3-a`.',
      idOf('exemption'),
    ),
    reason: required('Why it fits. It is shown to whoever reviews the claim.', text()),
    by: optional('Who claims it: e-mail, handle or team.', text()),
  })
  .meta({ id: 'claim' });

/** What somebody says the class is; compared with what is derived. */
export const declarationSchema = z
  .strictObject({
    regime: optional('Regime, by catalog id.', idOf('regime')),
    class: optional(
      'Class by catalog id; it names its regime. Example: `eu-ai-act.high-risk`.',
      idOf('class'),
    ),
    reason: optional('Why. It is shown beside what is derived, and decides nothing.', text()),
    by: optional('Who says so: e-mail, handle or team.', text()),
  })
  .meta({ id: 'declaration' });
