/** Why a tool is chosen or not, as the core says it by id. Clauses: no capital, no full stop. */
export const toolWords: Readonly<Record<string, string>> = {
  'tool.in-use': 'in use already',
  'tool.closes': 'closes {count|one need|{count} needs}: {capabilities}',
  'tool.basis': 'basis of these: {documented} documented, {judged} judged',
  'tool.limits': 'limits: {limits}',
  'tool.sells-models': 'its owner, {owner}, also sells models that it would judge',
  'tool.judges-own':
    'conflict of interest: its owner, {owner}, also makes a model of {systems}, which it would judge',
  'tool.paid-edition': 'only its paid edition does {capabilities}',
  'tool.quiet': 'its state is {state}, so few releases are to be expected; that costs one more',
  'tool.quiet-in-use': 'its state is {state}, so few releases are to be expected',
  'tool.advisory': 'security event of {date}: {what}',
  'lost.legal': 'closes {weight} of weight less of what the law asks',
  'lost.weight': 'closes {weight} of weight less',
  'lost.cost': 'closes as much, costs {cost} more',
  'lost.doubt': 'closes as much at the same cost, but less of it is documented, or it is less active',
  'lost.id': 'is as good; the first by id is taken',
  'leave.shut-out': 'shut out by {constraints}',
  'leave.not-asked': 'closes nothing that is asked for',
  'leave.needless': 'all that it closes, the others close too',
  'firm.dropped': 'without {tool}',
  'firm.lifted': 'without the constraint {constraint}',
  'firm.size': 'with {count|one tool|{count} tools}',
};

/** The sweeps that show how firm a choice is, by the id of their changes. */
export const sweepTitles: readonly (readonly [id: string, title: string])[] = [
  ['firm.dropped', 'One tool less'],
  ['firm.lifted', 'One constraint less'],
  ['firm.size', 'Another number of tools'],
];
