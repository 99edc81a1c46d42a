/**
 * Since when a state belongs to the Union or to the economic area around it; `until` is the first day on which it no
 * longer did. Days are those on which the treaty of accession (or the EEA Agreement, its enlargements as provisionally
 * applied) took effect for the state: https://europa.eu/european-union/about-eu/countries_en and
 * https://www.efta.int/eea/enlargement-of-the-eea, both read on 2026-11-24.
 */
export interface Membership {
  readonly in: 'EU' | 'EEA';
  readonly since: string;
  readonly until?: string;
}

/** Accessions to the Union by day: Art. 52 TEU and the treaties of accession. */
const accessions: Readonly<Record<string, readonly string[]>> = {
  '1958-01-01': ['BE', 'DE', 'FR', 'IT', 'LU', 'NL'],
  '1973-01-01': ['DK', 'IE'],
  '1981-01-01': ['GR'],
  '1986-01-01': ['ES', 'PT'],
  '1995-01-01': ['AT', 'FI', 'SE'],
  '2004-05-01': ['CY', 'CZ', 'EE', 'HU', 'LT', 'LV', 'MT', 'PL', 'SI', 'SK'],
  '2007-01-01': ['BG', 'RO'],
  '2013-07-01': ['HR'],
};

/** The EEA Agreement applies since then; for later members since the day beside them. */
const areaBegan = '1994-01-01';
const areaLater: Readonly<Record<string, string>> = {
  LI: '1995-05-01',
  BG: '2007-08-01',
  RO: '2007-08-01',
  HR: '2014-04-12',
};
const areaAlone = ['IS', 'LI', 'NO'];

/** The United Kingdom left the Union on 31 January 2020 and, with the transition, the economic area at the end of 2020. */
const former: Readonly<Record<string, readonly Membership[]>> = {
  GB: [
    { in: 'EU', since: '1973-01-01', until: '2020-02-01' },
    { in: 'EEA', since: areaBegan, until: '2021-01-01' },
  ],
};

/** The memberships of a state by its ISO 3166-1 code, past ones too; none where it never had one. */
export function membershipsOf(country: string): readonly Membership[] {
  const accession = Object.entries(accessions).find(([, states]) => states.includes(country))?.[0];
  if (accession === undefined) {
    if (areaAlone.includes(country)) return [{ in: 'EEA', since: areaLater[country] ?? areaBegan }];
    return former[country] ?? [];
  }
  const joinedLater = accession > areaBegan && !['AT', 'FI', 'SE'].includes(country);
  const area = areaLater[country] ?? (joinedLater ? accession : areaBegan);
  return [
    { in: 'EU', since: accession },
    { in: 'EEA', since: area },
  ];
}

/** Whether a state is in the Union or the area now: what the advisor reads is law of 2024 and later, and no state moved since. */
export function isMember(country: string, area: Membership['in']): boolean {
  return membershipsOf(country).some((one) => one.in === area && one.until === undefined);
}
