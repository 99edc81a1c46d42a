import type { Terms } from './terms';

/**
 * What a system is used for. `family.member`; a bare family where nothing finer is known. Points are those of
 * Annex III and Art. 5 of the EU AI Act, whose grounds turn on these areas.
 */
export const area: Terms = {
  biometric: 'Uses biometric data of people; not known for what.',
  'biometric.identify':
    'Finds out who somebody is by comparing with many people in a database (Annex III 1(a)).',
  'biometric.verify': 'Confirms that somebody is who they claim to be, one to one: unlocking, access.',
  'biometric.categorize':
    'Assigns people to categories by their biometric data (Annex III 1(b), Art. 5(1)(g)).',
  'biometric.emotion': 'Infers emotions or intentions from biometric data (Annex III 1(c), Art. 5(1)(f)).',
  infrastructure: 'Runs infrastructure; not known how.',
  'infrastructure.critical':
    'Part of running critical digital infrastructure, road traffic, or supply of water, gas, heating or electricity; its safety components are in Annex III 2.',
  'infrastructure.operations': 'Plans, maintains or optimizes infrastructure without steering it.',
  education: 'Education or training; not known for what.',
  'education.admission': 'Decides on access, admission or assignment to institutions (Annex III 3(a)).',
  'education.level': 'Judges what level of education somebody will receive or can access (Annex III 3(c)).',
  'education.assessment': 'Grades or evaluates what was learned, also to steer learning (Annex III 3(b)).',
  'education.monitoring': 'Follows attendance, attention or behavior of students outside tests.',
  'education.proctoring': 'Watches tests for cheating (Annex III 3(d)).',
  'education.support': 'Helps to learn or teach without admitting, grading or watching anybody.',
  employment: 'Work or hiring; not known for what.',
  'employment.recruitment':
    'Places targeted job ads, filters or ranks applications, evaluates candidates (Annex III 4(a)).',
  'employment.video-interviews': 'Analyzes job interviews on video.',
  'employment.management':
    'Decides about workers: terms, promotion, dismissal, tasks, monitoring; not known which (Annex III 4(b)).',
  'employment.terms': 'Decides on terms of work, pay, promotion or dismissal (Annex III 4(b)).',
  'employment.allocation':
    'Gives out tasks by individual behavior, traits or characteristics (Annex III 4(b)).',
  'employment.monitoring': 'Monitors or evaluates performance and behavior of workers (Annex III 4(b)).',
  'employment.administration':
    'Payroll, rosters, questions about leave: nobody is judged, tasks go by availability, skill certificate or place.',
  benefits: 'Public benefits or services.',
  'benefits.public':
    'Decides whether people are eligible for essential public benefits and services, or grants, reduces, revokes or reclaims them (Annex III 5(a)).',
  credit: 'Credit.',
  'credit.scoring': 'Evaluates creditworthiness of people or sets their credit score (Annex III 5(b)).',
  insurance: 'Insurance; not known which.',
  'insurance.life-health':
    'Assesses risk or sets prices for people in life or health insurance (Annex III 5(c)).',
  'insurance.other': 'Other insurance (motor, home, travel, liability), and handling of claims.',
  emergency: 'Emergencies; not known for what.',
  'emergency.dispatch': 'Dispatches first responders, or ranks who is helped first (Annex III 5(d)).',
  'emergency.calls': 'Evaluates and classifies emergency calls (Annex III 5(d)).',
  'emergency.triage': 'Triages patients in emergency care (Annex III 5(d)).',
  housing: 'Chooses tenants or buyers, or decides about homes: access, rent, eviction.',
  health: 'Health; not known for what.',
  'health.clinical': 'Diagnoses, advises on treatment, or monitors patients.',
  'health.admin': 'Runs care without touching treatment: appointments, coding, billing, letters.',
  legal: 'Law.',
  'legal.services': 'Legal research, contracts and advice for lawyers or their clients.',
  justice: 'Justice; not known for what.',
  'justice.assist':
    'Helps a court to research and interpret facts and law, or to apply the law (Annex III 8(a)).',
  'justice.dispute-resolution':
    'The same in settling disputes outside the courts, with legal effect for the parties (Annex III 8(a)).',
  'justice.administration': 'Runs a court without touching a case: anonymizing, translating, scheduling.',
  'law-enforcement': 'Law enforcement; not known for what.',
  'law-enforcement.victim-risk':
    'Assesses the risk that somebody becomes a victim of crime (Annex III 6(a)).',
  'law-enforcement.polygraph': 'A polygraph or similar tool in law enforcement (Annex III 6(b)).',
  'law-enforcement.evidence': 'Evaluates how reliable evidence is (Annex III 6(c)).',
  'law-enforcement.offending-risk':
    'Assesses the risk that somebody offends or offends again (Annex III 6(d), Art. 5(1)(d)).',
  'law-enforcement.profiling':
    'Profiles people in detecting, investigating or prosecuting crime (Annex III 6(e)).',
  'law-enforcement.other': 'Other police, prosecution or prison work.',
  migration: 'Migration, asylum or borders; not known for what.',
  'migration.polygraph': 'A polygraph or similar tool at borders or in asylum (Annex III 7(a)).',
  'migration.risk':
    'Assesses security, irregular migration or health risk of somebody who enters (Annex III 7(b)).',
  'migration.applications': 'Helps to examine applications for asylum, visa or residence (Annex III 7(c)).',
  'migration.identification':
    'Detects, recognizes or identifies people in migration or border control (Annex III 7(d)).',
  'migration.document-check': 'Checks travel documents only, which Annex III 7(d) leaves out.',
  'migration.other': 'Other work of migration authorities.',
  elections: 'Elections or referendums; not known for what.',
  'elections.influence':
    'Meant to influence how people vote, or how a vote ends; voters see its output (Annex III 8(b)).',
  'elections.logistics': 'Organizes campaigns or votes; voters do not see its output.',
  product: 'Part of a product.',
  'product.safety': 'A regulated product, or a safety component of one (Art. 6(1), Annex I).',
  transport: 'Moves people or goods, or steers traffic other than as critical infrastructure.',
  finance: 'Finance.',
  'finance.other': 'Finance other than credit scoring, insurance and fraud: trading, advice, payments.',
  pricing: 'Prices.',
  'pricing.consumer': 'Sets or changes prices for single consumers.',
  content: 'Content; not known for what.',
  'content.recommend': 'Chooses what people see: feeds, search results, suggestions, moderation.',
  'content.generate': 'Makes text, images, sound or video for people to use or see.',
  companion: 'A companion that keeps a personal relationship with its user over time.',
  children: 'Children.',
  'children.service': 'A service made for children.',
  customer: 'Customers.',
  'customer.service': 'Answers or serves customers.',
  security: 'Security.',
  'security.fraud': 'Detects fraud, abuse or attacks.',
  software: 'Software.',
  'software.development': 'Helps to write, review, test or run software.',
  internal: 'Inside the organization.',
  'internal.productivity': 'Helps staff with office work: notes, drafts, search, summaries.',
  research: 'Research and development.',
  government: 'Government.',
  'government.other': 'Government work that no other area names.',
  defense: 'Military, defense or national security.',
  practice: 'A practice that Art. 5 prohibits; not known which.',
  'practice.manipulation':
    'Distorts behavior by subliminal, manipulative or deceptive techniques, with significant harm done or likely (Art. 5(1)(a)).',
  'practice.exploit-vulnerability':
    'Exploits age, disability or a social or economic situation to distort behavior, with significant harm done or likely (Art. 5(1)(b)).',
  'practice.intimate-imagery':
    'Makes realistic intimate imagery of identifiable people without their explicit consent (Art. 5(1)(ba)).',
  'practice.child-abuse-material': 'Makes or alters material of child sexual abuse (Art. 5(1)(bb)).',
  'practice.social-scoring':
    'Scores people over time by behavior or traits, and treats them badly in unrelated contexts or out of proportion (Art. 5(1)(c)).',
  'practice.crime-prediction':
    'Predicts that somebody will commit a crime from profiling or personality alone (Art. 5(1)(d)).',
  'practice.face-scraping':
    'Builds or extends a face recognition database by untargeted scraping from the internet or CCTV (Art. 5(1)(e)).',
  'practice.emotion-work-education':
    'Infers emotions at work or in education, other than for medical or safety reasons (Art. 5(1)(f)).',
  'practice.sensitive-categorization':
    'Sorts people by biometric data to deduce race, politics, union membership, religion or belief, sex life or orientation (Art. 5(1)(g)).',
  'practice.realtime-identification':
    'Identifies people remotely and in real time in public spaces for law enforcement (Art. 5(1)(h)).',
  other: 'None of these.',
};

/** Members that stand below another member of their family. */
const nested: ReadonlyMap<string, string> = new Map([
  ['employment.terms', 'employment.management'],
  ['employment.allocation', 'employment.management'],
  ['employment.monitoring', 'employment.management'],
]);

/**
 * What an area is part of, nearest first: `employment.terms` is part of `employment.management` and `employment`.
 * Empty for a family and for an id that is no area.
 */
export function areaParents(id: string): readonly string[] {
  return parents.get(id) ?? none;
}

const none: readonly string[] = [];

const parents: ReadonlyMap<string, readonly string[]> = new Map(
  Object.keys(area).flatMap((id) => {
    const dot = id.indexOf('.');
    if (dot < 0) return [];
    const family = id.slice(0, dot);
    const parent = nested.get(id);
    return [[id, parent === undefined ? [family] : [parent, family]] as const];
  }),
);
