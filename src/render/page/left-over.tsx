import { joined } from '../../answer/format';
import type { Portfolio, Unmet } from '../../answer/schema';
import { constraintNames, shutOutWords } from '../words/constraints';
import { counted, unmetWords } from '../words/labels';
import { EntryLink } from './links';
import { NeedList } from './need-list';
import { Quoted } from './quoted';
import { useReading } from './reading';
import { Fold, Part } from './section';

/** What the tools do not close: needs and why, what only people can do, and which tools the constraints shut out. */
export function LeftOver({ portfolio }: { portfolio: Portfolio }) {
  const { root, names } = useReading();
  const { unmet, processOnly, excluded } = portfolio;
  if (unmet.length + processOnly.length + excluded.length === 0) return null;
  return (
    <div class="columns">
      {unmet.length + excluded.length > 0 && (
        <Part title="What stays open">
          {unmet.length > 0 ? (
            <ul class="items">
              {byReason(unmet).map(({ why, needs }) => (
                <li key={why}>
                  <p>
                    <NeedList needs={needs} />
                  </p>
                  <p class="aside">{why}</p>
                </li>
              ))}
            </ul>
          ) : (
            <p class="muted">Every need that a tool can close is closed.</p>
          )}
          {excluded.length > 0 && (
            <Fold minor id={`${root.path}|excluded`} summary={`${counted(excluded.length, 'tool')} shut out`}>
              <ul class="items">
                {excluded.map(({ tool, constraint, lifting }) => (
                  <li key={`${tool} ${constraint}`}>
                    <EntryLink id={tool}>{names.tool(tool)}</EntryLink>
                    <span class="muted"> by </span>
                    <code>{constraintNames(constraint)}</code>
                    {lifting.length > 0 && (
                      <span>
                        <span class="muted">; without it: </span>
                        <NeedList needs={lifting} />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </Fold>
          )}
        </Part>
      )}
      {processOnly.length > 0 && (
        <Part title="Work for people, not tools">
          <ul class="items">
            {byControl(processOnly).map(({ systems, control, guidance, template }) => (
              <li key={control}>
                <p>
                  <EntryLink id={control}>{names.control(control)}</EntryLink>
                  {root.systems.length > 1 && (
                    <span class="muted"> for {joined(systems.map(names.system))}</span>
                  )}
                </p>
                <p class="aside">
                  <Quoted text={guidance} />
                </p>
                {template !== undefined && (
                  <p class="aside">
                    Template: <code>ai-governance new control {control}</code>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </div>
  );
}

type Process = Portfolio['processOnly'][number];

/** One entry a control, with all the systems that ask for it. */
function byControl(processes: readonly Process[]): (Process & { systems: string[] })[] {
  const groups = new Map<string, Process & { systems: string[] }>();
  for (const process of processes) {
    const known = groups.get(process.control);
    if (known) known.systems.push(process.system);
    else groups.set(process.control, { ...process, systems: [process.system] });
  }
  return [...groups.values()];
}

function byReason(unmet: readonly Unmet[]): { why: string; needs: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const item of unmet) {
    const why =
      item.why === 'shut-out' && item.constraint ? shutOutWords(item.constraint) : unmetWords[item.why];
    groups.set(why, [...(groups.get(why) ?? []), item.need]);
  }
  return [...groups].map(([why, needs]) => ({ why, needs }));
}
