import * as z from 'zod';

/**
 * A plan for a trial of the chosen tools and their runners-up on data of one's own: what a catalog cannot tell. An
 * addition to the contract, there only where it was asked for. Marks and sample sizes are editorial proposals.
 */

/** A measure with the share that passes; a measure of time passes in each repeat, or not. */
export const trialMeasureSchema = z.strictObject({
  /** What is counted or measured, as a clause. */
  criterion: z.string(),
  unit: z.enum(['share', 'milliseconds', 'seconds', 'minutes']),
  /** Of `unit`; one of the two. */
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  /** Cases or repeats to try. */
  sample: z.int().min(1),
  /** Cases that pass: at least so many with `atLeast` and times, at most so many with `atMost` of a share. */
  pass: z.int().min(0),
  /** Which true shares a result at the mark leaves possible, by Wilson, in thousandths, rounded outward. */
  interval: z.strictObject({ low: z.number(), high: z.number() }),
});

const tried = z.strictObject({
  tool: z.string(),
  name: z.string(),
  standing: z.enum(['chosen', 'runner-up']),
  /** Of a runner-up: the chosen tools that it could replace. */
  insteadOf: z.array(z.string()),
});

export const trialSchema = z.strictObject({
  /** Two-sided, of every interval. */
  confidence: z.number(),
  /** The chosen in the order of the portfolio, then their runners-up. */
  tools: z.array(tried),
  /** One item a capability, in the order of needs. */
  functional: z.array(
    z.strictObject({
      capability: z.string(),
      needs: z.array(z.string()),
      /** Which of the tools can close one of the needs. */
      tools: z.array(z.string()),
      measures: z.array(trialMeasureSchema),
    }),
  ),
  nonFunctional: z.strictObject({
    /** Added to live traffic: null where nothing stands in its path. */
    latency: z.strictObject({ tools: z.array(z.string()), measure: trialMeasureSchema }).nullable(),
    /** What the catalog knows, to be held against the contract; in the order of `tools`. */
    tools: z.array(
      z.strictObject({
        tool: z.string(),
        dataLeaves: z.enum(['no', 'optional', 'yes']),
        hosting: z.array(z.string()),
        license: z.string(),
        openSource: z.boolean(),
        price: z.string(),
        /** As in the portfolio, 0 to 9. */
        cost: z.int().min(0).max(9),
        state: z.string(),
        /** Newest release, commit or notice that was seen. */
        seen: z.strictObject({ what: z.string(), date: z.string() }).nullable(),
      }),
    ),
  }),
});

export type Trial = z.infer<typeof trialSchema>;
export type TrialMeasure = z.infer<typeof trialMeasureSchema>;
