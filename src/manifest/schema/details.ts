import * as z from 'zod';
import {
  inference,
  infrastructureSector,
  productLaw,
  productRole,
  productSection,
} from '../enums/biometrics-and-products';
import { brand, releaseLicense } from '../enums/data-and-models';
import { choice, day, flag, list, optional } from './notation';

/** Asked only of biometric systems. */
export const biometricsSchema = z
  .strictObject({
    remote: optional(
      'Whether it identifies people without their active part, usually at a distance (EU AI Act Art. 3(41)).',
      flag(),
    ),
    realTime: optional(
      'Whether capture, comparison and identification happen without significant delay (EU AI Act Art. 3(42)).',
      flag(),
    ),
    publicSpace: optional(
      'Whether it works in places that anybody may enter, also for a fee (EU AI Act Art. 3(44)).',
      flag(),
    ),
    ancillary: optional(
      'Whether it is only an add-on to another commercial service and strictly necessary for technical reasons, such as a try-on filter (EU AI Act Art. 3(40)).',
      flag(),
    ),
    physicalStateOnly: optional(
      'Whether it detects only pain, fatigue or the like, and no emotion or intention (EU AI Act recital 18).',
      flag(),
    ),
    infers: optional('What it infers about people from biometric data.', list(choice(inference))),
  })
  .meta({ id: 'biometrics' });

/** Asked only of regulated products and their parts. */
export const productSchema = z
  .strictObject({
    law: optional('Product law of Annex I of the EU AI Act that covers the product.', choice(productLaw)),
    section: optional(
      'Section of Annex I in which that law stands. Left out, it follows from `law`.',
      choice(productSection),
    ),
    role: optional('What the system is to the product.', choice(productRole)),
    thirdPartyAssessment: optional(
      'Whether that law asks for a conformity assessment by a third party. Without one, the system is not high-risk by this route.',
      flag(),
    ),
    onlyRadioOrEmc: optional(
      'Whether the third party is needed only for risks other than health and safety, such as radio spectrum or electromagnetic compatibility.',
      flag(),
    ),
  })
  .meta({ id: 'product' });

/** Asked only of systems in critical infrastructure. */
export const infrastructureSchema = z
  .strictObject({
    sector: optional(
      'Which infrastructure. Annex III 2 of the EU AI Act names six.',
      choice(infrastructureSector),
    ),
    safetyComponent: optional(
      'Whether it protects the infrastructure, people or property directly, so that its failure endangers them.',
      flag(),
    ),
    cybersecurityOnly: optional(
      'Whether it is meant for cybersecurity alone (EU AI Act recital 55).',
      flag(),
    ),
  })
  .meta({ id: 'infrastructure' });

/** How the system or model came to others. */
export const releaseSchema = z
  .strictObject({
    license: optional('Under what kind of license it is released.', choice(releaseLicense)),
    monetized: optional(
      'Whether money is made with it: a price, paid support, or personal data in return. Then the open-source exclusion falls away.',
      flag(),
    ),
    placed: optional(
      'Day on which it was first placed on the market or put into service. Older systems have longer in several laws.',
      day(),
    ),
    brand: optional('Under whose name or trademark it is offered.', choice(brand)),
  })
  .meta({ id: 'release' });
