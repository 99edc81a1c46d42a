import type { Terms } from './terms';

export const dataClass: Terms = {
  none: 'No data at all beyond what a program needs to run.',
  public: 'Anybody may see it.',
  internal: 'For the organization only, and about nobody in particular.',
  personal: 'About a person who is or can be identified (GDPR Art. 4(1)).',
  'special-category':
    'Race or ethnic origin, politics, religion or belief, union membership, genetics, biometrics that identify, health, sex life or orientation (GDPR Art. 9(1)).',
  biometric: 'Body or behavior, measured: face, voice, gait, fingerprint (EU AI Act Art. 3(34)).',
  children: 'About people under 18.',
  criminal: 'About convictions and offenses (GDPR Art. 10).',
  health: 'About the health of a person, or the care they got (GDPR Art. 4(15)).',
  financial: 'Accounts, payments, income, debts of a person.',
  location: 'Where a person or their device is or was.',
  credentials: 'Passwords, keys, tokens.',
  'trade-secret': 'Know-how that is worth something because it is secret.',
  classified: 'Under a government classification.',
};

/** Features of people in common use; other words are welcome. */
export const protectedFeature: Terms = {
  age: 'Age or date of birth.',
  sex: 'Sex as registered.',
  gender: 'Gender or gender identity.',
  race: 'Race or color.',
  ethnicity: 'Ethnic origin.',
  nationality: 'Nationality or citizenship.',
  religion: 'Religion or belief.',
  disability: 'Disability or long illness.',
  'sexual-orientation': 'Sexual orientation.',
  'marital-status': 'Married, single, in a partnership.',
  pregnancy: 'Pregnancy or parenthood.',
  language: 'First language or accent.',
  'union-membership': 'Membership in a trade union.',
  'political-opinion': 'Political opinion.',
  'genetic-information': 'Genes or family medical history.',
  'veteran-status': 'Former member of armed forces.',
};

export const modelAccess: Terms = {
  api: "Called over the network at the provider's.",
  'own-host': 'The weights run on machines of ours, or rented by us.',
  'on-device': "Runs on the user's device.",
  'in-product': 'Part of a product that was bought; we do not call it ourselves.',
};

export const modelChange: Terms = {
  none: 'Used as it came.',
  prompt: 'Steered by a system prompt or examples; its weights are as they came.',
  rag: 'Fed with documents that are looked up for each request.',
  'fine-tuned': 'Trained further; its weights changed.',
  trained: 'Trained by us from the start.',
};

export const weights: Terms = {
  closed: 'Nobody outside can have them.',
  'open-full':
    'Public with architecture and usage information, under a free license for access, use, change and distribution (EU AI Act Art. 53(2)).',
  'open-restricted': 'Public, but the license limits use, change, distribution, or who may have them.',
};

export const content: Terms = {
  text: 'Written language.',
  image: 'Still pictures.',
  audio: 'Speech, music, sound.',
  video: 'Moving pictures.',
  code: 'Source code, queries, configuration.',
};

export const published: Terms = {
  none: 'Its text is not published.',
  'public-interest':
    'Its text is published to inform the public on matters of public interest (EU AI Act Art. 50(4)).',
  other: 'Its text is published for something else.',
};

/** Art. 5(1a) of the EU AI Act, for generators of images, video or audio. */
export const intimateSafeguards: Terms = {
  adequate:
    'Technical measures reliably prevent intimate imagery of real people, foreseeable misuse included.',
  partial: 'There are measures, but they can be got around with little effort, or nobody tested them.',
  none: 'Nothing prevents it.',
};

export const inputs: Terms = {
  trusted: 'Everything it reads was written or checked by people we trust.',
  mixed: 'Some of what it reads comes from outside: mails, uploads, web pages.',
  untrusted: 'Anybody can put text or files before it.',
};

export const memory: Terms = {
  none: 'Forgets after each request.',
  session: 'Remembers until a conversation or a task ends.',
  persistent: 'Remembers from one session to the next.',
};

/** Ordered as told, not by danger. */
export const toolAccess: Terms = {
  read: 'Looks things up and changes nothing.',
  write: 'Creates, changes or deletes data.',
  'execute-code': 'Runs code or commands.',
  send: 'Sends messages, mails or posts to others.',
  pay: 'Moves money, orders or books.',
  browse: 'Visits web pages that others wrote.',
  'control-device': 'Moves or switches something in the physical world.',
};

export const toolApproval: Terms = {
  each: 'A person approves each call.',
  'above-threshold': 'A person approves calls above a limit, such as an amount.',
  none: 'Nobody approves.',
};

export const toolProtocol: Terms = {
  mcp: 'Model Context Protocol.',
  function: 'A function that our program offers to the model.',
  a2a: 'Another agent, over the Agent2Agent protocol.',
  browser: 'A browser that the model steers.',
  code: 'Code that the model writes and that is then run.',
};

export const toolOrigin: Terms = {
  own: 'Written and run by us.',
  'third-party': 'Written or run by somebody else.',
};

export const releaseLicense: Terms = {
  closed: 'Not released, or under a license that keeps the source closed.',
  'source-available': 'The source can be read, but the license limits use, change or distribution.',
  'open-source': 'Released under a free and open-source license (EU AI Act Art. 2(12)).',
};

export const brand: Terms = {
  own: 'Under our own name or trademark.',
  other: "Under somebody else's.",
};

export const platform: Terms = {
  none: 'Not part of a platform.',
  social: 'A social network or a place for posts and videos.',
  marketplace: 'A place where others sell or offer services.',
  search: 'A search engine.',
  messaging: 'A messenger or a chat service.',
};
