import * as z from 'zod';
import {
  content,
  dataClass,
  intimateSafeguards,
  modelAccess,
  modelChange,
  protectedFeature,
  published,
  toolAccess,
  toolApproval,
  toolOrigin,
  toolProtocol,
  weights,
} from '../enums/data-and-models';
import { amount, choice, day, flag, list, openChoice, optional, place, text } from './notation';

/** What data the system uses. */
export const dataSchema = z
  .strictObject({
    classes: optional(
      'Kinds of data that it reads, keeps or puts out. Privacy law and the risk of leaks turn on it.',
      list(choice(dataClass)),
    ),
    protected: optional(
      'Features of people that are used as inputs, such as `age` or `gender`. Needed to judge bias; `[]` says that there are none.',
      list(openChoice(protectedFeature)),
    ),
    leaves: optional(
      'Places to which data is sent, also by a model called over the network. Transfer rules ask it.',
      list(place()),
    ),
    trainsOnUserContent: optional(
      'Whether what users enter or upload is used for training. Consent and copyright turn on it.',
      flag(),
    ),
  })
  .meta({ id: 'data' });

/** A model inside the system. */
export const modelSchema = z
  .strictObject({
    id: optional('Name with version, such as `gpt-4o-2024-11-20`.', text()),
    provider: optional('Who made it.', text()),
    access: optional('How it is reached; says who answers for it.', choice(modelAccess)),
    changed: optional(
      'What was done to it. Fine-tuning can make you its provider.',
      list(choice(modelChange)),
    ),
    general: optional(
      'Whether it is a general-purpose model: able to do a wide range of distinct tasks (EU AI Act Art. 3(63)).',
      flag(),
    ),
    trainingCompute: optional(
      'Computation used for training so far, in FLOP. Thresholds stand at 1e23, 1e25 and 1e26.',
      amount(0),
    ),
    changeCompute: optional(
      'Computation used for your change, as a share from 0 to 1 of that for the original model. Above a third, guidelines make you its provider.',
      amount(0, 1),
    ),
    weights: optional('Who can have the weights. Open models are relieved of some duties.', choice(weights)),
    placed: optional(
      'Day on which it was first placed on the market. Models from before 2025-08-02 had longer.',
      day(),
    ),
  })
  .meta({ id: 'model' });

/** Something that the system can call. */
export const toolSchema = z
  .strictObject({
    name: optional('Name of the tool, as the system calls it.', text()),
    access: optional('The most that it can do.', choice(toolAccess)),
    approval: optional('Whether a person approves calls.', choice(toolApproval)),
    reversible: optional('Whether what it does can be undone.', flag()),
    protocol: optional('How it is called.', choice(toolProtocol)),
    origin: optional('Who wrote and runs it.', choice(toolOrigin)),
  })
  .meta({ id: 'tool' });

/** What the system shows or makes. */
export const contentSchema = z
  .strictObject({
    interacts: optional(
      'Whether people deal with it directly, as with a chatbot or a voice. They must then be told that it is AI.',
      flag(),
    ),
    generates: optional(
      'What it makes. Marking and disclosure duties turn on it; `[]` says that it makes nothing.',
      list(choice(content)),
    ),
    likeness: optional('Whether it makes images, sound or video of real people.', flag()),
    deepfake: optional(
      'Whether its images, sound or video resemble existing people, objects, places, entities or events and would falsely appear authentic (EU AI Act Art. 3(60)).',
      flag(),
    ),
    assistive: optional(
      'Whether it only helps with standard editing, or does not substantially change what it was given (EU AI Act Art. 50(2)).',
      flag(),
    ),
    editorial: optional(
      'Whether a person reviews published text and somebody holds editorial responsibility: both (EU AI Act Art. 50(4)).',
      flag(),
    ),
    published: optional('Whether and for what its text is published.', choice(published)),
    intimateSafeguards: optional(
      'What keeps it from making intimate imagery of real people. Asked of makers of image, video or sound generators (EU AI Act Art. 5(1a)).',
      choice(intimateSafeguards),
    ),
  })
  .meta({ id: 'content' });
