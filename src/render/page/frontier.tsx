import type { Portfolio } from '../../answer/schema';
import { counted } from '../words/labels';
import { Firmness } from './firmness';
import { Bar } from './marks';
import { useReading } from './reading';
import { Part } from './section';
import { Cell, Row, RowHead, Table } from './table';
import { Tag } from './tags';

/** What each number of tools brings, and whether the choice would stay if something changed. */
export function Frontier({ portfolio }: { portfolio: Portfolio }) {
  const { names } = useReading();
  const { frontier, firm, needs } = portfolio;
  if (frontier.length + firm.length === 0) return null;
  const recommended = portfolio.tools.map(({ tool }) => tool);
  const hasGains = frontier.some(({ gain }) => gain !== undefined);
  const legal = needs.reduce((sum, need) => sum + (need.legal ? need.weight : 0), 0);
  const all = needs.reduce((sum, need) => sum + need.weight, 0);
  return (
    <Part title="With fewer or more tools" class="frontier">
      {frontier.length > 0 && (
        <Table
          caption={
            <span class="muted">
              Weight closed: a need weighs more the graver its risks and the sooner its duty is due.
            </span>
          }
          columns={[
            { title: 'Tools' },
            { title: 'Which' },
            ...(legal > 0 ? [{ title: 'Binding law', class: 'share' }] : []),
            { title: 'All needs', class: 'share' },
            ...(hasGains ? [{ title: 'More than before' }] : []),
          ]}
        >
          {frontier.map(({ size, tools, legalWeight, weight, gain }) => (
            <Row key={size}>
              <RowHead>
                <span class="nowrap">{counted(size, 'tool')}</span>{' '}
                {sameTools(tools, recommended) && <Tag>recommended</Tag>}
              </RowHead>
              <Cell label="Which">{tools.map(names.tool).join(', ')}</Cell>
              {legal > 0 && (
                <Cell label="Binding law" class="share">
                  <Bar share={legalWeight} of={legal} /> {legalWeight} of {legal}
                </Cell>
              )}
              <Cell label="All needs" class="share">
                <Bar share={weight} of={all} /> {weight} of {all}
              </Cell>
              {hasGains && <Cell label="More than before">{gain ? `+${gain.weight}` : ''}</Cell>}
            </Row>
          ))}
        </Table>
      )}
      <Firmness portfolio={portfolio} />
    </Part>
  );
}

function sameTools(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((tool) => other.includes(tool));
}
