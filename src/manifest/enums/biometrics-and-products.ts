import type { Terms } from './terms';

/** What is inferred about a person from biometric data; Art. 5(1)(g) and Annex III 1(b) of the EU AI Act. */
export const inference: Terms = {
  race: 'Race: a trait of Art. 5(1)(g).',
  'political-opinion': 'Political opinions: a trait of Art. 5(1)(g).',
  'union-membership': 'Trade union membership: a trait of Art. 5(1)(g).',
  'religion-belief': 'Religious or philosophical beliefs: a trait of Art. 5(1)(g).',
  'sex-life': 'Sex life: a trait of Art. 5(1)(g).',
  'sexual-orientation': 'Sexual orientation: a trait of Art. 5(1)(g).',
  'ethnic-origin': 'Ethnic origin: sensitive, and not among the traits of Art. 5(1)(g).',
  'health-disability': 'Health or disability: sensitive, and not among the traits of Art. 5(1)(g).',
  'age-or-sex': 'Age or sex alone.',
  unprotected: 'Only traits that no law protects, such as hair color or glasses.',
};

/** Acts of Annex I of the EU AI Act as it stands since Regulation (EU) 2026/1744, in the order of its points. */
export const productLaw: Terms = {
  toys: 'Toy safety, Directive 2009/48/EC (Section A).',
  'recreational-craft': 'Recreational craft and personal watercraft, Directive 2013/53/EU (Section A).',
  lifts: 'Lifts and their safety components, Directive 2014/33/EU (Section A).',
  atex: 'Equipment for explosive atmospheres, Directive 2014/34/EU (Section A).',
  radio: 'Radio equipment, Directive 2014/53/EU (Section A).',
  pressure: 'Pressure equipment, Directive 2014/68/EU (Section A).',
  cableways: 'Cableway installations, Regulation (EU) 2016/424 (Section A).',
  ppe: 'Personal protective equipment, Regulation (EU) 2016/425 (Section A).',
  'gas-appliances': 'Appliances that burn gaseous fuels, Regulation (EU) 2016/426 (Section A).',
  'medical-devices': 'Medical devices, Regulation (EU) 2017/745 (Section A).',
  ivd: 'In vitro diagnostic medical devices, Regulation (EU) 2017/746 (Section A).',
  'aviation-security': 'Security of civil aviation, Regulation (EC) 300/2008 (Section B).',
  'two-three-wheel': 'Two- and three-wheel vehicles and quadricycles, Regulation (EU) 168/2013 (Section B).',
  'agricultural-vehicles': 'Agricultural and forestry vehicles, Regulation (EU) 167/2013 (Section B).',
  marine: 'Marine equipment, Directive 2014/90/EU (Section B).',
  rail: 'Interoperability of the rail system, Directive (EU) 2016/797 (Section B).',
  'motor-vehicles': 'Motor vehicles and trailers, Regulation (EU) 2018/858 (Section B).',
  'vehicle-safety': 'General safety of motor vehicles, Regulation (EU) 2019/2144 (Section B).',
  aviation:
    'Unmanned aircraft, their engines, parts and remote control, Regulation (EU) 2018/1139 (Section B).',
  machinery: 'Machinery, Regulation (EU) 2023/1230 (Section B since the 2026 amendment, Section A before).',
};

export const productSection: Terms = {
  A: 'Annex I Section A: the act applies in full beside the product law.',
  B: 'Annex I Section B: requirements come through the product law.',
};

const sectionA: ReadonlySet<string> = new Set([
  'toys',
  'recreational-craft',
  'lifts',
  'atex',
  'radio',
  'pressure',
  'cableways',
  'ppe',
  'gas-appliances',
  'medical-devices',
  'ivd',
]);

/**
 * Section of Annex I in which a product law stands, as amended by Regulation (EU) 2026/1744; undefined for an id
 * that is no such law.
 */
export function sectionOfLaw(law: string): 'A' | 'B' | undefined {
  if (!Object.hasOwn(productLaw, law)) return undefined;
  return sectionA.has(law) ? 'A' : 'B';
}

export const productRole: Terms = {
  'safety-component':
    'Does a safety function of a product, or its failure endangers health, safety or property (EU AI Act Art. 3(14)).',
  product: 'Is itself the product that the law covers.',
  none: 'Neither.',
};

/** Annex III 2 of the EU AI Act names the first six. */
export const infrastructureSector: Terms = {
  digital: 'Critical digital infrastructure.',
  'road-traffic': 'Road traffic.',
  water: 'Supply of water.',
  gas: 'Supply of gas.',
  heating: 'Supply of heating.',
  electricity: 'Supply of electricity.',
  other: 'Another sector, such as rail, aviation, waste, health or finance.',
};
