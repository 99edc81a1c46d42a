import * as z from 'zod';

/** The form of `expected.yaml` in test/projects. What a line says stands in the README there. */

const verdict = z.enum(['yes', 'no', 'unknown']);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const because = z.string().min(1);
const line = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.strictObject({ ...shape, because });

const systemSchema = z
  .strictObject({
    regimes: z.record(z.string(), line({ applies: verdict })),
    classes: z.array(
      line({
        regime: z.string(),
        class: z.string(),
        basis: z.string(),
        verdict,
        since: day.optional(),
        openExceptions: z.array(z.string()).optional(),
      }),
    ),
    noClass: z.array(line({ basis: z.string() })),
    duties: z.array(
      line({
        id: z.string(),
        applies: verdict,
        due: day.nullable().optional(),
        dueMovedFrom: day.optional(),
        state: z.enum(['met', 'declared', 'partial', 'missing', 'waived', 'unknown']).optional(),
      }),
    ),
    noDuty: z.array(line({ id: z.string() })),
    risks: z.array(line({ id: z.string(), verdict, severity: z.int().min(1).max(5).optional() })),
    topRisks: line({ ids: z.array(z.string()).min(1) }),
    noRisk: z.array(line({ id: z.string() })),
    asked: z.array(line({ control: z.string() })),
    notAsked: z.array(line({ control: z.string() })),
    questions: line({ among: z.array(z.string()).optional(), never: z.array(z.string()).optional() }),
  })
  .partial();

export const expectedSchema = z.strictObject({
  asOf: day,
  source: z.string(),
  systems: z.record(z.string(), systemSchema),
  tools: line({
    chosen: z.array(z.string()).optional(),
    sensible: z.array(z.array(z.string()).min(1)).optional(),
    never: z.array(z.string()).optional(),
  }).optional(),
  findings: z.array(line({ rule: z.string(), path: z.string().optional() })).optional(),
  noFindings: z.array(line({ rule: z.string() })).optional(),
});

export type Expected = z.infer<typeof expectedSchema>;
export type ExpectedSystem = z.infer<typeof systemSchema>;
