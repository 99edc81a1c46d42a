import type { Draft, Report } from '../draft';

/** Checks that the owner of each tool sits in a place, or everywhere. */
export function checkOwners(draft: Draft, places: ReadonlySet<string>, report: Report): void {
  for (const { file, value } of draft.tools) {
    const { country } = value.owner;
    if (country === 'INT' || places.has(country)) continue;
    const message = `${country} is no place. Use the ISO 3166 code of a country, or INT for a foundation or community.`;
    report(file, { steps: ['owner', 'country'] }, 'unknown-id', message);
  }
}
