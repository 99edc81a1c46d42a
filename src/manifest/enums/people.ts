import type { Terms } from './terms';

/** Article numbers are those of Regulation (EU) 2024/1689, whose Art. 3 defines the roles. */
export const role: Terms = {
  provider:
    'Has the system developed, or develops it, and puts it on the market or into service under its own name, paid or free (Art. 3(3)).',
  deployer: 'Uses the system under its own authority, other than privately (Art. 3(4)).',
  importer:
    'Sits in the Union and places a system on its market that bears the name of somebody outside it (Art. 3(6)).',
  distributor:
    'Makes the system available on the Union market, and is neither its provider nor its importer (Art. 3(7)).',
  'authorized-representative':
    "Sits in the Union and holds a provider's written mandate to carry out its duties (Art. 3(5)).",
  'product-manufacturer':
    'Places a product on the market with the system in it, under its own name (Art. 2(1)(e), 25(3)).',
  'model-provider':
    'Places a general-purpose model on the market under its own name (Art. 3(3) and 3(63)); building on an API is not that.',
  'model-modifier':
    "Fine-tunes or otherwise changes somebody else's model; prompting and retrieval are no change of the model.",
};

export const affects: Terms = {
  none: 'Nobody: no person feels its output.',
  staff: 'People who work for the organization, in whatever form.',
  applicants: 'People who apply for work.',
  customers: 'People who buy, or use what they bought.',
  public: 'Anybody: passers-by, readers, citizens.',
  students: 'Pupils, students and trainees.',
  patients: 'People who are treated, examined or cared for.',
  'benefit-claimants': 'People who ask for or receive public benefits or services.',
  tenants: 'People who rent, or look for a home.',
  borrowers: 'People who ask for or repay credit.',
  suspects: 'People who are suspected of, charged with or convicted of an offense.',
  migrants: 'People who migrate, seek asylum, or ask for a visa or residence.',
  children: 'People under 18.',
  'other-vulnerable': 'People at a disadvantage by age, disability, or social or economic situation.',
  creators: 'People whose works, voice or likeness go into it or are imitated by it.',
};

export const subject: Terms = {
  'natural-persons': 'People are judged, scored or described.',
  'legal-persons': 'Companies and other bodies are judged, scored or described.',
};

export const audience: Terms = {
  internal: 'Only people inside the organization use it.',
  business: 'Other organizations use it.',
  public: 'Anybody may use it.',
};

/** Who uses the system, or for whom it is used; Annex III 5(a), 6, 7 and 8 of the EU AI Act turn on it. */
export const user: Terms = {
  private: 'A company, an association or a person, not on behalf of an authority.',
  'public-authority': 'A public authority, or somebody on its behalf.',
  'law-enforcement':
    'Police, prosecution or prisons, or a body entrusted with such powers, or somebody on their behalf (Art. 3(45)).',
  'migration-authority': 'An authority for migration, asylum or border control, or somebody on its behalf.',
  'judicial-authority': 'A court or another judicial authority, or somebody on its behalf.',
  'dispute-resolution': 'A body for settling disputes outside the courts, such as arbitration.',
  'eu-body': 'An institution, body, office or agency of the European Union.',
  'political-campaign': 'A party, a candidate or a campaign in an election or referendum.',
};

export const minors: Terms = {
  targeted: 'Made for or marketed to people under 18.',
  likely: 'Not made for them, but they are likely to use it.',
  unlikely: 'They are unlikely to use it, for example because only staff can.',
};
