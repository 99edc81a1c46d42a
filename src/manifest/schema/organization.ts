import * as z from 'zod';
import { publicBody, sector, size } from '../enums/organization';
import { amount, choice, currency, flag, group, optional, place, text } from './notation';

const revenueSchema = z
  .strictObject({
    amount: optional('Revenue of the last full year, in whole units of the currency.', amount(0)),
    currency: optional('Three letters of ISO 4217, such as `EUR`.', currency()),
  })
  .meta({ id: 'revenue' });

/** Who runs the systems. */
export const organizationSchema = z
  .strictObject({
    name: optional('Name of the organization. Shown in reports; decides nothing.', text()),
    seat: optional(
      'Country or region in which it is established. Some laws bind by establishment, wherever people are affected. Example: `DE`.',
      place(),
    ),
    size: optional(
      'How large it is, with partner and linked enterprises. Several laws give small organizations relief, or begin at a size.',
      choice(size),
    ),
    revenue: optional(
      'Revenue in a year. Some laws begin at a threshold. Example: `{ amount: 12000000, currency: EUR }`.',
      group(revenueSchema),
    ),
    publicBody: optional(
      'Whether it is a public body or provides public services. Public bodies have duties of their own, such as an impact assessment.',
      choice(publicBody),
    ),
    sector: optional('Its main line of business. Some laws bind one sector only.', choice(sector)),
    platformWork: optional(
      'Whether it organizes work of people through a digital labor platform. The EU Platform Work Directive asks it.',
      flag(),
    ),
  })
  .meta({ id: 'organization' });
