import type { DiffedKind } from '../../answer/catalog-diff';
import { format } from '../../answer/format';
import type { Text } from '../../answer/schema';
import { kindHeadings } from './catalog-browse';
import { firstFew } from './force';

/** What another catalog changes, as the core says it by id: in an entry, and for a manifest. */
const changeWords: Readonly<Record<string, string>> = {
  'entry.keys': 'changed: {keys}',
  'entry.severity': 'severity {from} -> {to}',
  'event.added': '{date} {status}: {what}',
  'event.removed': 'no longer: {date} {status}',
  'event.reworded': '{date} {status}, reworded: {what}',
  'date.added': 'new date “{what}”: {day}',
  'date.moved': 'date “{what}”: {from} -> {to}, by {by}',
  'date.changed': 'date “{what}”: its history changed',
  'date.removed': 'date “{what}” is gone',
  'part.changed': '{part} changed ({from} -> {to})',
  'tool.state': 'state {from} -> {to}',
  'tool.price': 'price {from} -> {to}',
  'tool.can': 'can now: {ids}',
  'tool.cannot': 'no longer: {ids}',
  'tool.basis': 'known otherwise: {ids}',
  'terms.added': 'new terms: {ids}',
  'terms.removed': 'terms gone: {ids}',
  'terms.changed': 'terms changed: {ids}',

  'duty.added': 'duty added: {title} ({article})',
  'duty.removed': 'duty removed: {title} ({article})',
  'duty.reworded': 'duty reworded: {title} ({article})',
  'duty.changed': 'duty changed: {title} ({article}): {keys}',
  'class.added': 'class added: {title} ({article})',
  'class.removed': 'class removed: {title} ({article})',
  'class.reworded': 'class reworded: {title} ({article})',
  'class.changed': 'class changed: {title} ({article}): {keys}',

  'regime.applies': 'applies now: {regime} ({place}, {force})',
  'regime.applies-with':
    'applies now: {regime} ({place}, {force}), with {duties|one duty|{duties} duties}, the first due {day}',
  'regime.may-apply': 'may apply now: {regime} ({place}, {force})',
  'regime.open': 'may apply, no longer surely: {regime} ({place}, {force})',
  'regime.ended': 'no longer applies: {regime} ({place}, {force})',
  'regime.out': 'can no longer apply: {regime} ({place}, {force})',
  'regime.status': '{regime}: {from} -> {to}',
  'class.applies': '{regime}: is {class} now, by {basis}',
  'class.may-apply': '{regime}: may be {class} now, by {basis}',
  'class.open': '{regime}: may be {class}, no longer surely, by {basis}',
  'class.ended': '{regime}: no longer {class} by {basis}',
  'class.out': '{regime}: can no longer be {class} by {basis}',
  'class.moved': '{regime}: {class} by {basis}: {from} -> {to}',
  'duty.applies': '{regime}: new duty: {title} ({article}), due {due}',
  'duty.may-apply': '{regime}: may add a duty: {title} ({article})',
  'duty.open': '{regime}: duty no longer sure: {title} ({article})',
  'duty.ended': '{regime}: duty gone: {title} ({article})',
  'duty.out': '{regime}: duty can no longer apply: {title} ({article})',
  'duty.moved': '{regime}: {title} ({article}): due {from} -> {to}',
  'risk.runs': 'risk run now: {title} (severity {severity})',
  'risk.open': 'risk no longer sure: {title}',
  'risk.gone': 'risk no longer run: {title}',
  'risk.severity': 'risk {title}: severity {from} -> {to}',
  'control.asked': 'control asked now: {title}',
  'control.dropped': 'control no longer asked: {title}',
  'conflict.new': 'conflict now: {id} {title}',
  'conflict.gone': 'conflict no longer: {id} {title}',
  'tool.new': 'tool recommended now: {title}',
  'tool.gone': 'tool no longer recommended: {title}',
  'error.new': 'error now: {text} [{rule}]',
};

/** Of a list of ids, so many are named. */
const namedIds = 6;

/** A change in words; one that has none is shown by its id: a newer core still says something. */
export function changeText({ id, params }: Text): string {
  const shortened = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value) ? firstFew(value, namedIds).join(', ') : value,
    ]),
  );
  // The same id tells of an entry with an article, and of a duty that a regime asks of a system.
  const inSystem = id === 'duty.reworded' && 'regime' in params ? '{regime}: ' : '';
  const template = changeWords[id];
  return template === undefined ? id : format(`${inSystem}${template}`, shortened);
}

/** Headings for the kinds of entry, and for what stands in a catalog beside them. */
export const kindTitles: Readonly<Record<DiffedKind, string>> = {
  ...kindHeadings,
  templates: 'Documents to fill in',
  places: 'Places',
};
