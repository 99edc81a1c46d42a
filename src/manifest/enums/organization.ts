import type { Terms } from './terms';

/**
 * Thresholds of Recommendation 2003/361/EC, and for small mid-caps of Recommendation (EU) 2025/1099. Partner and
 * linked enterprises count together.
 */
export const size: Terms = {
  micro: 'Under 10 staff, and turnover or balance sheet up to EUR 2 million.',
  small: 'Under 50 staff, and turnover or balance sheet up to EUR 10 million.',
  medium: 'Under 250 staff, and turnover up to EUR 50 million or balance sheet up to EUR 43 million.',
  'small-mid-cap':
    'Beyond medium: under 750 staff, and turnover up to EUR 150 million or balance sheet up to EUR 129 million.',
  large: 'Larger than that.',
};

export const publicBody: Terms = {
  none: 'Neither a public body nor a provider of public services.',
  'public-body': 'Governed by public law: an authority, a municipality, a public university.',
  'public-service':
    'A private body that provides a public service, such as a hospital, a school or transport.',
};

export const sector: Terms = {
  finance: 'Financial services other than banks and insurers.',
  banking: 'Banks and credit institutions.',
  insurance: 'Insurers and insurance brokers.',
  health: 'Care, hospitals, medical products.',
  education: 'Schools, universities, training.',
  'public-administration': 'Government at any level.',
  staffing: 'Recruiters, temporary work, job boards.',
  retail: 'Shops, online or not, other than for food.',
  grocery: 'Supermarkets and grocery stores.',
  'food-retail': 'Other shops that sell food.',
  'food-delivery': 'Delivery of food and meals.',
  telecom: 'Telephone, internet access, networks.',
  energy: 'Electricity, gas, heating, fuel.',
  transport: 'Moving people or goods.',
  manufacturing: 'Making goods.',
  media: 'Press, broadcasting, publishing, entertainment.',
  technology: 'Software, hardware, online services.',
  legal: 'Law firms and legal services.',
  'real-estate': 'Selling, renting and managing property.',
  agriculture: 'Farming, forestry, fishing.',
  defense: 'Arms and services for armed forces.',
  nonprofit: 'Charities, associations, foundations.',
  other: 'None of these.',
};
