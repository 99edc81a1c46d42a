import * as z from 'zod';
import { area } from '../enums/areas';
import { inputs, memory, platform } from '../enums/data-and-models';
import {
  autonomy,
  change,
  effect,
  exclusiveUse,
  influence,
  kind,
  reversible,
  riskBasis,
  scale,
  stage,
} from '../enums/decisions';
import { affects, audience, minors, role, subject, user } from '../enums/people';
import { claimSchema, controlSchema, declarationSchema, waiverSchema } from './accountability';
import { contentSchema, dataSchema, modelSchema, toolSchema } from './components';
import { biometricsSchema, infrastructureSchema, productSchema, releaseSchema } from './details';
import {
  choice,
  day,
  entries,
  flag,
  glob,
  group,
  list,
  optional,
  optionalFact,
  place,
  required,
  text,
} from './notation';
import { ignoreSchema } from './policy';

/** What can be said of every system, and so be a default for all. In the order in which it is offered. */
const shape = {
  name: optional('Name that people know it by; the id when not said.', text()),
  purpose: optional('What it is for, in a sentence. For readers; decides nothing.', text()),
  roles: optional(
    'What you are to this system in the law: its maker, its user, or somebody between. Most duties bind one role only.',
    list(choice(role)),
  ),
  areas: optional(
    'What it is used for. The first thing that decides its class under most laws; prohibited practices are areas too. Example: `[employment.recruitment]`.',
    list(choice(area, { type: 'area' })),
  ),
  influence: optional(
    'How much of a decision about people its output is.',
    choice(influence, { ordered: true }),
  ),
  markets: optional(
    'Where it is offered, or where the people are whom it affects: countries, regions, `EU`, `EEA`, or cities such as `US-NY-NYC`. Decides which laws apply.',
    list(place()),
  ),
  stage: optional('How far it is; says what is due now.', choice(stage)),
  since: optional('Day since which it is in this stage or in use. Example: `2026-03-01`.', day()),
  kind: optional(
    'What sort of system it is. Left out, it follows from its tools, autonomy and content; only `rules-only` must be said.',
    choice(kind),
  ),
  affects: optional('Who feels what it does, and could be harmed.', list(choice(affects))),
  subjects: optional('Whether people or only companies are judged.', list(choice(subject))),
  audience: optional('Who uses it.', choice(audience)),
  usedBy: optional(
    'Who uses it, or for whom it is used, where laws tell authorities from others.',
    list(choice(user)),
  ),
  profiling: optional(
    'Whether it evaluates personal aspects of people automatically from their data: work, money, health, preferences, reliability, behavior, location, movements (GDPR Art. 4(4)). Then Art. 6(3) of the EU AI Act offers no way out.',
    flag(),
  ),
  effect: optional('The worst that may plausibly happen to one person.', choice(effect)),
  reversible: optional('Whether what it does to people can be undone.', choice(reversible)),
  autonomy: optional('How far it acts without a person.', choice(autonomy, { ordered: true })),
  scale: optional('How many people it affects in a year.', choice(scale, { ordered: true })),
  data: optional('What data it uses.', group(dataSchema)),
  models: optional('Models inside it; `[]` says that there are none.', entries(modelSchema)),
  content: optional('What it shows to people, or makes.', group(contentSchema)),
  inputs: optional('Who can write what it reads. Injection risks turn on it.', choice(inputs)),
  tools: optional(
    'Tools that it can call: functions, servers, other agents. `[]` says that there are none.',
    entries(toolSchema),
  ),
  delegates: optional('Whether it hands tasks to other agents.', flag()),
  learns: optional('Whether it goes on learning while in use.', flag()),
  memory: optional('How long it remembers what it was told.', choice(memory)),
  minors: optional('Whether people under 18 use it.', choice(minors)),
  outputUsedIn: optional(
    'Where its output is used, when that is elsewhere than `markets` (EU AI Act Art. 2(1)(c)).',
    list(place()),
  ),
  biometrics: optional(
    'Details of a biometric system. Asked only where areas name one.',
    group(biometricsSchema),
  ),
  product: optional('Details of a regulated product or its safety component.', group(productSchema)),
  infrastructure: optional('Details of a system in infrastructure.', group(infrastructureSchema)),
  exclusiveUse: optional(
    'Whether it serves one of these purposes and no other. Laws leave such systems out.',
    choice(exclusiveUse),
  ),
  release: optional('How it came on the market.', group(releaseSchema)),
  changes: optional(
    "What you did to somebody else's system. It can make you its provider (EU AI Act Art. 25(1)).",
    list(choice(change)),
  ),
  realWorldTesting: optional(
    'Whether it is being tested outside a laboratory, before it is on the market (EU AI Act Art. 2(8), 60).',
    flag(),
  ),
  riskBasis: optional(
    'On what an assessment of the risk of crime rests. Tells the prohibition of Art. 5(1)(d) from Annex III 6(d) of the EU AI Act.',
    choice(riskBasis),
  ),
  platform: optional('What kind of online platform it is part of.', choice(platform)),
  paths: optional('Where in the repository it lives: globs from the folder of the root file.', list(glob())),
  owner: optionalFact('Who answers for it: e-mail, handle or team.', text()),
  incidentContact: optionalFact('Whom to tell when something goes wrong: e-mail, URL or phone.', text()),
  controls: optionalFact('What is in place or under way, by catalog id.', entries(controlSchema)),
  waivers: optionalFact('What is not done for now, by whose decision and until when.', entries(waiverSchema)),
  claims: optionalFact('Exceptions of laws that you claim for it.', entries(claimSchema)),
  declares: optional(
    'What somebody says its class is; compared with what is derived.',
    entries(declarationSchema),
  ),
  ignore: optionalFact(
    'Findings on this system that are not counted, with the reason.',
    entries(ignoreSchema),
  ),
};

/** One AI system. */
export const systemSchema = z
  .strictObject({
    id: required(
      'Short name that never changes: letters, digits, `-`, `_` and `.`. Unique in a root with its parts.',
      text().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u),
    ),
    ...shape,
  })
  .meta({ id: 'system' });

/** Filled into every system that does not say otherwise. */
export const defaultsSchema = z.strictObject(shape).meta({ id: 'defaults' });
