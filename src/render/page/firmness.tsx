import type { Portfolio, Text } from '../../answer/schema';
import type { Names } from '../words/names';
import { sentence } from '../words/sentence';
import { sweepTitles } from '../words/tools';
import { useReading } from './reading';
import { Cell, Row, RowHead, Table } from './table';

/** Whether the choice would stay if something changed: a table for each kind of change. */
export function Firmness({ portfolio }: { portfolio: Portfolio }) {
  const { names } = useReading();
  return (
    <>
      {sweepTitles.map(([id, title]) => {
        const sweeps = portfolio.firm.filter(({ change }) => change.id === id);
        const hasWeights = sweeps.some(({ weight }) => weight !== undefined);
        if (sweeps.length === 0) return null;
        return (
          <Table
            key={id}
            caption={<span class="muted">{title}: does the choice stay?</span>}
            columns={[
              { title: 'Change' },
              { title: 'The choice' },
              ...(hasWeights ? [{ title: 'Weight closed' }] : []),
              { title: 'Which' },
            ]}
          >
            {sweeps.map(({ change, same, tools, weight }, index) => (
              <Row key={index}>
                <RowHead>{changeWords(change, names)}</RowHead>
                <Cell label="The choice">{same ? 'stays' : 'changes'}</Cell>
                {hasWeights && <Cell label="Weight closed">{weight}</Cell>}
                <Cell label="Which">{tools.map(names.tool).join(', ') || 'none'}</Cell>
              </Row>
            ))}
          </Table>
        );
      })}
    </>
  );
}

/** `without Fairlearn`: the tool by its name, as everywhere on the page. */
function changeWords({ id, params }: Text, names: Names): string {
  const { tool } = params;
  return sentence(
    typeof tool === 'string' ? { id, params: { ...params, tool: names.tool(tool) } } : { id, params },
  );
}
