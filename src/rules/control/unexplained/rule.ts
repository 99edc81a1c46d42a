import { textOf } from '../../../assess/declarations';
import type { Rule } from '../../rule';

/** `not-applicable` takes a control away, so it needs a reader's reason. */
export const unexplained: Rule = {
  id: 'control/unexplained',
  title: 'A control set aside without a note',
  severity: 'warning',
  messages: {
    note: '`{control}` is set aside without a note, so it still counts as missing. Say in `note` why it does not apply.',
  },
  *system({ facts }) {
    const controls = facts.get('system.controls');
    if (controls.kind !== 'objects') return;
    for (const control of controls.members) {
      const status = control.get('status');
      if (textOf(status) !== 'not-applicable' || textOf(control.get('note')) !== undefined) continue;
      const id = textOf(control.get('id')) ?? 'this control';
      yield { message: { id: 'note', params: { control: id } }, spot: status.spots[0] ?? control.spot };
    }
  },
};
