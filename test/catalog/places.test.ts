import { iso31661, iso31662 } from 'iso-3166';
import { describe, expect, it } from 'vitest';
import { membershipsOf } from '../../src/catalog/memberships';
import { placesFrom, placesOf, placesText } from '../../src/catalog/places';

const places = new Map(placesOf(iso31661, iso31662).map((place) => [place.id, place]));
const parents = (id: string) => places.get(id)?.parents;

describe('places', () => {
  it('know the 27 member states of the Union and the 30 of the economic area', () => {
    const countries = [...places.values()].filter(({ id }) => /^[A-Z]{2}$/.test(id) && id !== 'EU');
    const within = (area: string) =>
      countries.filter((place) => place.parents[0] === area || (area === 'EEA' && place.parents[0] === 'EU'));
    expect(within('EU').map(({ id }) => id)).toHaveLength(27);
    expect(within('EEA').map(({ id }) => id)).toHaveLength(30);
  });

  it('put a land into its country, the Union and the economic area, nearest first', () => {
    expect(parents('DE-BY')).toEqual(['DE', 'EU', 'EEA']);
    expect(parents('DE')).toEqual(['EU', 'EEA']);
    expect(parents('EU')).toEqual(['EEA']);
  });

  it('put Norway, Iceland and Liechtenstein into the economic area only', () => {
    for (const id of ['NO', 'IS', 'LI']) expect(parents(id)).toEqual(['EEA']);
  });

  it('put neither Switzerland nor the United Kingdom into either', () => {
    for (const id of ['CH', 'GB']) expect(parents(id)).toEqual([]);
  });

  it('put the outermost regions of France and the Åland islands into the Union', () => {
    for (const id of ['GP', 'MQ', 'GF', 'RE', 'YT', 'MF']) expect(parents(id)).toEqual(['FR', 'EU', 'EEA']);
    expect(parents('AX')).toEqual(['FI', 'EU', 'EEA']);
    expect(parents('NC')).toEqual([]);
  });

  it('follow a subdivision of a subdivision to the top', () => {
    expect(parents('FR-01')).toEqual(['FR-ARA', 'FR', 'EU', 'EEA']);
  });

  it('know states and cities of the United States', () => {
    expect(parents('US-CO')).toEqual(['US']);
    expect(parents('US-NY-NYC')).toEqual(['US-NY', 'US']);
  });

  it('have parents that are places themselves, and names', () => {
    for (const place of places.values()) {
      expect(place.name).not.toBe('');
      for (const parent of place.parents) expect(places.has(parent), `${place.id} in ${parent}`).toBe(true);
    }
  });

  it('are the same after they were written and read', () => {
    const all = placesOf(iso31661, iso31662);
    expect(placesFrom(placesText(all))).toEqual(all);
  });

  it('are sorted by id and have no id twice', () => {
    const ids = placesOf(iso31661, iso31662).map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('know since when a state is in the Union and in the economic area, and when one left', () => {
    // Art. 52 TEU and the treaties of accession; the EEA Agreement and its enlargements.
    expect(membershipsOf('DE')).toEqual([
      { in: 'EU', since: '1958-01-01' },
      { in: 'EEA', since: '1994-01-01' },
    ]);
    expect(membershipsOf('SE')).toEqual([
      { in: 'EU', since: '1995-01-01' },
      { in: 'EEA', since: '1994-01-01' },
    ]);
    expect(membershipsOf('HR')).toEqual([
      { in: 'EU', since: '2013-07-01' },
      { in: 'EEA', since: '2014-04-12' },
    ]);
    expect(membershipsOf('NO')).toEqual([{ in: 'EEA', since: '1994-01-01' }]);
    expect(membershipsOf('LI')).toEqual([{ in: 'EEA', since: '1995-05-01' }]);
    expect(membershipsOf('GB')).toEqual([
      { in: 'EU', since: '1973-01-01', until: '2020-02-01' },
      { in: 'EEA', since: '1994-01-01', until: '2021-01-01' },
    ]);
    expect(membershipsOf('CH')).toEqual([]);
  });
});
