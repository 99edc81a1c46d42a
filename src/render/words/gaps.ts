import type { Control } from '../../answer/schema';

/**
 * Asked controls that are not in place: missing, begun, or said to be done but not shown. The finding `system/gaps`
 * counts the same. The order stays: the weightiest first.
 */
export function gapsOf(controls: readonly Control[]): Control[] {
  return controls.filter(({ asked, state }) => asked && gapStates.has(state));
}

const gapStates: ReadonlySet<Control['state']> = new Set(['missing', 'partial', 'declared']);
