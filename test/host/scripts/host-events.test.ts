import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLine, type HostEvent, toLine } from '../../../scripts/host/host-events';

const test: fc.Arbitrary<HostEvent> = fc
  .record({
    name: fc.string({ unit: 'grapheme' }),
    state: fc.constantFrom('passed' as const, 'failed' as const, 'skipped' as const),
    ms: fc.nat(),
    error: fc.string({ unit: 'grapheme' }),
  })
  .map((fields) => ({ event: 'test', ...fields }));

describe('an event of the tests', () => {
  it('comes out of its line as it went in, whatever the host writes around it', () => {
    fc.assert(
      fc.property(
        test,
        fc.stringMatching(/^[^@]*$/),
        fc.stringMatching(/^[^@]*$/),
        (event, before, after) => {
          expect(fromLine(before + toLine(event) + after)).toEqual(event);
        },
      ),
    );
  });

  it.each([
    'plain talk',
    '@@host-event @@',
    '@@host-event {"event":"test"} @@',
    '@@host-event {"event":"test","name":"a","state":"lost","ms":1} @@',
    '@@host-event {"event":"end","count":1',
  ])('is not seen in: %s', (line) => {
    expect(fromLine(line)).toBeUndefined();
  });
});
