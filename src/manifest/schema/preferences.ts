import * as z from 'zod';
import { budget, ecosystem, hosting, license, riskAppetite } from '../enums/choices';
import { choice, count, flag, idOf, list, openChoice, optional } from './notation';

/** Constraints for choosing tools, and the bar for risks. */
export const preferencesSchema = z
  .strictObject({
    budget: optional(
      'What tools may cost, in words: the catalog holds no prices. Without it, cost only breaks ties.',
      choice(budget),
    ),
    licenses: optional(
      'Licenses that tools may have: `open-source`, or SPDX ids such as `Apache-2.0`. Without it, any.',
      list(openChoice(license)),
    ),
    hosting: optional('Ways in which tools may run. Without it, any.', list(choice(hosting))),
    dataMayLeave: optional(
      'Whether a tool may send your data out of your environment. Say `false` to shut such tools out.',
      flag(),
    ),
    ecosystems: optional('What you build with; tools must fit one of them.', list(choice(ecosystem))),
    toolsInUse: optional(
      'Governance tools that you already use, by catalog id. They count as there and cost nothing more.',
      list(idOf('tool')),
    ),
    toolsExcluded: optional('Tools that must not be recommended, by catalog id.', list(idOf('tool'))),
    maxTools: optional('How many new tools may be recommended; 5 when not said.', count()),
    riskAppetite: optional(
      'From which severity on a risk asks for controls; `balanced` when not said.',
      choice(riskAppetite),
    ),
  })
  .meta({ id: 'preferences' });
