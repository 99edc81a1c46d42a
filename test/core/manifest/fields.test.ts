import { describe, expect, it } from 'vitest';
import { areaParents, sectionOfLaw } from '../../../src/manifest/enums';
import { type Field, fieldAt, fields, fileField } from '../../../src/manifest/fields';

/** Every closed list of the manifest, as the field reference has it. */
const enumerations: Record<string, string> = {
  'organization.size': 'micro, small, medium, small-mid-cap, large',
  'organization.publicBody': 'none, public-body, public-service',
  'organization.sector':
    'finance, banking, insurance, health, education, public-administration, staffing, retail, grocery, food-retail, food-delivery, telecom, energy, transport, manufacturing, media, technology, legal, real-estate, agriculture, defense, nonprofit, other',
  'preferences.budget': 'free, low, medium, high',
  'preferences.hosting': 'library, cli, self-hosted-service, saas, cloud-aws, cloud-azure, cloud-gcp',
  'preferences.ecosystems': 'python, node, java, dotnet, go, rust, any-http',
  'preferences.riskAppetite': 'cautious, balanced, bold',
  'policy.severities': 'error, warning, information, hint, off',
  'policy.failOn': 'error, warning, never',
  'system.roles':
    'provider, deployer, importer, distributor, authorized-representative, product-manufacturer, model-provider, model-modifier',
  'system.stage': 'design, development, pilot, production, retired, recalled',
  'system.kind': 'rules-only, predictive, generative, agent',
  'system.affects':
    'none, staff, applicants, customers, public, students, patients, benefit-claimants, tenants, borrowers, suspects, migrants, children, other-vulnerable, creators',
  'system.subjects': 'natural-persons, legal-persons',
  'system.audience': 'internal, business, public',
  'system.usedBy':
    'private, public-authority, law-enforcement, migration-authority, judicial-authority, dispute-resolution, eu-body, political-campaign',
  'system.influence': 'none, informs, main-factor, decides',
  'system.effect': 'none, inconvenience, access-or-terms, rights, health-or-safety, liberty',
  'system.reversible': 'yes, costly, no',
  'system.autonomy': 'answers, recommends, acts-on-approval, acts-in-limits, acts-alone',
  'system.tools.access': 'read, write, execute-code, send, pay, browse, control-device',
  'system.tools.approval': 'each, above-threshold, none',
  'system.tools.protocol': 'mcp, function, a2a, browser, code',
  'system.tools.origin': 'own, third-party',
  'system.memory': 'none, session, persistent',
  'system.data.classes':
    'none, public, internal, personal, special-category, biometric, children, criminal, health, financial, location, credentials, trade-secret, classified',
  'system.minors': 'targeted, likely, unlikely',
  'system.models.access': 'api, own-host, on-device, in-product',
  'system.models.changed': 'none, prompt, rag, fine-tuned, trained',
  'system.models.weights': 'closed, open-full, open-restricted',
  'system.content.generates': 'text, image, audio, video, code',
  'system.content.published': 'none, public-interest, other',
  'system.content.intimateSafeguards': 'adequate, partial, none',
  'system.inputs': 'trusted, mixed, untrusted',
  'system.scale': 'under-1k, 1k-100k, over-100k, over-1m',
  'system.biometrics.infers':
    'race, political-opinion, union-membership, religion-belief, sex-life, sexual-orientation, ethnic-origin, health-disability, age-or-sex, unprotected',
  'system.product.section': 'A, B',
  'system.product.role': 'safety-component, product, none',
  'system.infrastructure.sector': 'digital, road-traffic, water, gas, heating, electricity, other',
  'system.exclusiveUse': 'none, defense, scientific-research, personal',
  'system.release.license': 'closed, source-available, open-source',
  'system.release.brand': 'own, other',
  'system.changes': 'rebranded, substantial-modification, new-purpose, none',
  'system.riskBasis': 'profiling-only, objective-facts, mixed',
  'system.platform': 'none, social, marketplace, search, messaging',
  'system.controls.status': 'planned, in-progress, done, not-applicable',
  'system.areas':
    'biometric, biometric.identify, biometric.verify, biometric.categorize, biometric.emotion, infrastructure, infrastructure.critical, infrastructure.operations, education, education.admission, education.level, education.assessment, education.monitoring, education.proctoring, education.support, employment, employment.recruitment, employment.video-interviews, employment.management, employment.terms, employment.allocation, employment.monitoring, employment.administration, benefits, benefits.public, credit, credit.scoring, insurance, insurance.life-health, insurance.other, emergency, emergency.dispatch, emergency.calls, emergency.triage, housing, health, health.clinical, health.admin, legal, legal.services, justice, justice.assist, justice.dispute-resolution, justice.administration, law-enforcement, law-enforcement.victim-risk, law-enforcement.polygraph, law-enforcement.evidence, law-enforcement.offending-risk, law-enforcement.profiling, law-enforcement.other, migration, migration.polygraph, migration.risk, migration.applications, migration.identification, migration.document-check, migration.other, elections, elections.influence, elections.logistics, product, product.safety, transport, finance, finance.other, pricing, pricing.consumer, content, content.recommend, content.generate, companion, children, children.service, customer, customer.service, security, security.fraud, software, software.development, internal, internal.productivity, research, government, government.other, defense, practice, practice.manipulation, practice.exploit-vulnerability, practice.intimate-imagery, practice.child-abuse-material, practice.social-scoring, practice.crime-prediction, practice.face-scraping, practice.emotion-work-education, practice.sensitive-categorization, practice.realtime-identification, other',
};

/** Acts of Annex I of Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744. */
const sections = {
  A: 'toys, recreational-craft, lifts, atex, radio, pressure, cableways, ppe, gas-appliances, medical-devices, ivd',
  B: 'aviation-security, two-three-wheel, agricultural-vehicles, marine, rail, motor-vehicles, vehicle-safety, aviation, machinery',
};

const lists =
  'roles, areas, affects, subjects, usedBy, markets, outputUsedIn, data.classes, data.protected, data.leaves, models, models.changed, tools, content.generates, changes, biometrics.infers, paths, controls, waivers, claims, declares, ignore, controls.evidence';

const booleans =
  'profiling, tools.reversible, delegates, learns, data.trainsOnUserContent, content.interacts, content.likeness, content.deepfake, content.assistive, content.editorial, biometrics.remote, biometrics.realTime, biometrics.publicSpace, biometrics.ancillary, biometrics.physicalStateOnly, product.thirdPartyAssessment, product.onlyRadioOrEmc, infrastructure.safetyComponent, infrastructure.cybersecurityOnly, release.monetized, realWorldTesting, models.general';

const split = (text: string) => text.split(', ');
const pathsWhere = (holds: (field: Field) => boolean) =>
  fields()
    .filter(holds)
    .map(({ path }) => path);

describe('the fields of a manifest', () => {
  for (const [path, ids] of Object.entries(enumerations)) {
    it(`${path} has exactly the values of the reference`, () => {
      const written = fieldAt(path)?.values?.map(({ id }) => id) ?? [];
      const expected = split(ids);
      // Where order counts it is that of the reference; elsewhere only membership is fixed.
      if (fieldAt(path)?.ordered) expect(written).toEqual(expected);
      else expect(written.toSorted()).toEqual(expected.toSorted());
    });
  }

  it('no closed list is left out of that comparison', () => {
    const closed = pathsWhere(
      (field) => field.values !== undefined && !field.open && field.type !== 'number',
    );
    expect(closed.filter((path) => !(path in enumerations))).toEqual(['system.product.law']);
  });

  it('the ordered ones are influence, autonomy and scale', () => {
    expect(pathsWhere((field) => field.ordered)).toEqual([
      'system.influence',
      'system.autonomy',
      'system.scale',
    ]);
  });

  it('those whose absence is a fact are the six of the reference', () => {
    expect(pathsWhere((field) => field.absenceIsFact).toSorted()).toEqual([
      'ignore',
      'system.claims',
      'system.controls',
      'system.ignore',
      'system.incidentContact',
      'system.owner',
      'system.waivers',
    ]);
  });

  it('lists are those of the reference, and all else of a system is one value', () => {
    const expected = split(lists).map((path) => `system.${path}`);
    const inSystem = (field: Field) =>
      field.path.startsWith('system.') && (field.kind === 'list' || field.kind === 'object-list');
    expect(pathsWhere(inSystem).toSorted()).toEqual(expected.toSorted());
  });

  it('yes or no is asked where the reference asks it', () => {
    const expected = ['organization.platformWork', 'preferences.dataMayLeave'];
    expect(pathsWhere((field) => field.type === 'boolean').toSorted()).toEqual(
      [...expected, ...split(booleans).map((path) => `system.${path}`)].toSorted(),
    );
  });

  it('only version, systems and ids must be there, and in entries what they mean nothing without', () => {
    expect(pathsWhere((field) => field.required)).toEqual([
      'version',
      'ignore.rule',
      'ignore.reason',
      'systems',
      'system.id',
      'system.controls.id',
      'system.waivers.reason',
      'system.waivers.approvedBy',
      'system.waivers.expires',
      'system.claims.exemption',
      'system.claims.reason',
      'system.ignore.rule',
      'system.ignore.reason',
    ]);
    expect(fieldAt('system.waivers')?.oneOfKeys).toEqual(['control', 'duty']);
  });

  it('places, days and ids are known as such', () => {
    expect(pathsWhere((field) => field.type === 'place')).toEqual([
      'organization.seat',
      'system.markets',
      'system.data.leaves',
      'system.outputUsedIn',
    ]);
    expect(fieldAt('system.controls.reviewBy')?.type).toBe('day');
    expect(fieldAt('system.claims.exemption')).toMatchObject({ type: 'id', refersTo: 'exemption' });
    expect(fieldAt('policy.severities')).toMatchObject({ kind: 'record', type: 'enum', refersTo: 'rule' });
  });

  it('a path that the manifest does not have has no field', () => {
    for (const path of [
      'system',
      'system.area',
      'systems.areas',
      'organization',
      'derived.personalData',
      '',
    ]) {
      expect(fieldAt(path)?.path).toBe(path === 'organization' ? 'organization' : undefined);
    }
    expect(fieldAt('system.__proto__')).toBeUndefined();
  });

  it('each explains itself in one to three lines, and each value in one', () => {
    for (const field of fields()) {
      expect(field.doc, field.path).toMatch(/^\S.{2,238}\.$/);
      for (const { id, doc } of field.values ?? [])
        expect(doc, `${field.path}: ${id}`).toMatch(/^\S.{2,178}\.$/);
    }
  });

  it('a system and the defaults have the same fields, but for the id', () => {
    const ofSystem = fieldAt('systems')?.members ?? new Map();
    const ofDefaults = fieldAt('defaults')?.members ?? new Map();
    expect([...ofDefaults.values()]).toEqual([...ofSystem.values()].filter(({ key }) => key !== 'id'));
    expect(ofDefaults.get('areas')).toBe(fieldAt('system.areas'));
  });

  it('each kind of file has its own keys, and only a base may do without a version', () => {
    const keys = (kind: 'root' | 'part' | 'base') => [...fileField(kind).members.keys()];
    expect(keys('part')).toEqual(['$schema', 'version', 'defaults', 'systems']);
    expect(keys('root').filter((key) => !keys('base').includes(key))).toEqual(['extends', 'systems']);
    expect(keys('base').filter((key) => !keys('root').includes(key))).toEqual(['locked']);
    expect(fileField('base').members.get('version')?.required).toBe(false);
    expect(fileField('part').members.get('version')?.required).toBe(true);
  });
});

describe('areas', () => {
  it("stand below their family, and workers' matters below management too", () => {
    expect(areaParents('employment.terms')).toEqual(['employment.management', 'employment']);
    expect(areaParents('employment.allocation')).toEqual(['employment.management', 'employment']);
    expect(areaParents('employment.monitoring')).toEqual(['employment.management', 'employment']);
    expect(areaParents('employment.management')).toEqual(['employment']);
    expect(areaParents('employment.recruitment')).toEqual(['employment']);
    expect(areaParents('law-enforcement.other')).toEqual(['law-enforcement']);
  });

  it('have no parents when they are families, stand alone, or do not exist', () => {
    for (const id of ['employment', 'housing', 'employment.typo', '', 'constructor', '__proto__.x']) {
      expect(areaParents(id)).toEqual([]);
    }
  });

  it('name no parent that is not an area itself', () => {
    const ids = new Set(fieldAt('system.areas')?.values?.map(({ id }) => id));
    for (const id of ids) for (const parent of areaParents(id)) expect(ids).toContain(parent);
  });
});

describe('product laws', () => {
  it('are those of Annex I, each in its section', () => {
    for (const section of ['A', 'B'] as const) {
      for (const law of split(sections[section])) expect(sectionOfLaw(law), law).toBe(section);
    }
    const all = fieldAt('system.product.law')?.values?.map(({ id }) => id);
    expect(all).toEqual([...split(sections.A), ...split(sections.B)]);
  });

  it('have no section when they are unknown', () => {
    expect(sectionOfLaw('cosmetics')).toBeUndefined();
    expect(sectionOfLaw('toString')).toBeUndefined();
  });
});
