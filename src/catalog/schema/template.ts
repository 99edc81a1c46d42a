import * as z from 'zod';

/**
 * A document that is the evidence of a control, with headings and questions and no answers. The file has the name of the
 * control; its body is the document, with placeholders such as `{{system.name}}` for what the manifest knows.
 */
export const templateSchema = z.strictObject({
  title: z.string().min(3).max(90),
  /** Where it is written when nobody says otherwise, from the folder of the manifest. */
  path: z.string().regex(/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.md$/, {
    error: 'a path is relative, written with / and ends in .md',
  }),
  /** Whether there is one of it for each system, or one for all that the manifest names. */
  scope: z.enum(['system', 'organization']).default('system'),
});
export type TemplateEntry = z.infer<typeof templateSchema> & { id: string };

/** What a template of each scope may leave to the manifest, as `{{name}}` in its body. */
export const templatePlaceholders = {
  system: ['system.id', 'system.name', 'system.purpose', 'system.owner', 'duties', 'date'],
  organization: ['systems', 'duties', 'date'],
} as const;
