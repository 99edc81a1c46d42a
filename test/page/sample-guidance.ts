/**
 * Guidance for the sample, by kind and id: on two of its tools, on gaps of both systems, and on entries
 * for which the report offers none. Between them everything that a body can be made of.
 */
export const sampleGuidance: Readonly<Record<string, string>> = {
  'tools/fairlearn': `**Good at** one table that sets any measure against any grouping, crossings included.

**Fails at** judging whether a gap is fair: that is your decision, and it has to be written down.

**How to start:**

1. Take decided cases with the outcome that later turned out.
2. Fix the threshold and the smallest group size before you look:

   \`\`\`python
   MetricFrame(metrics=selection_rate, y_true=y, y_pred=p, sensitive_features=a)
   \`\`\`

3. Read the [guide to metrics](https://fairlearn.org/main/user_guide/assessment/) and choose one.

**Prove that it works here:** plant a gap in a copy of the data and see whether the table shows it.`,
  'tools/langfuse': 'Send the traces of one week.',
  'controls/bias-testing': `Choose the question before the metric. Who is hurt by which error?

## Which measure

| who is hurt | compare |
| :--- | ---: |
| the good applicant who is turned down | false refusals |
| whoever meets the one who is let through | errors overall |

They *cannot* all be equal at once, so somebody has to choose.

### What does not count

- A ratio of four fifths outside of the United States.
- A test on \`synthetic\` people alone.

> Repeat after each change.

---

Then act.`,
  'controls/approval-gate': 'The gate belongs outside the model.',
  'controls/ai-literacy': 'Train people on the system that they use.',
  'controls/accountable-owner': 'For a control that is met.',
  'controls/individual-explanation': 'For a control that is waived.',
  'controls/tracing': 'For a control that is not asked for.',
  'tools/aif360': 'For a tool that is only an alternative.',
};
