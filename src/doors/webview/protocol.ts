import * as z from 'zod';
import { answerSchema, placeSchema } from '../../answer/schema';

/**
 * What the report's page and the extension say to each other. Both ends read through this file, so that neither
 * trusts a value that the other did not mean. A message that does not fit is ignored, never thrown about.
 */

/** Where the page should look: a root by path, in it a system by id. */
const targetSchema = z.strictObject({ root: z.string(), system: z.string().optional() });
export type Target = z.infer<typeof targetSchema>;

const toPageSchema = z.discriminatedUnion('type', [
  /**
   * All there is to show. `target` is where to look now; without it the page stays where it is. `guided` names the
   * tools and controls that the catalog has guidance on, as `tools/fairlearn`.
   */
  z.strictObject({
    type: z.literal('snapshot'),
    answer: answerSchema,
    guided: z.array(z.string()),
    target: targetSchema.optional(),
  }),
  /** The guidance that the page asked for, in Markdown; null when it could not be had. */
  z.strictObject({ type: z.literal('guidance'), id: z.string(), markdown: z.string().nullable() }),
  /** A recalculation began; a snapshot or a failure follows. */
  z.strictObject({ type: z.literal('busy') }),
  /** Go to a root or system of what is shown. */
  z.strictObject({ type: z.literal('show'), target: targetSchema }),
  /** There is nothing to show, and why, in plain words: what is wrong and what to do. */
  z.strictObject({ type: z.literal('failure'), message: z.string() }),
]);
export type ToPage = z.infer<typeof toPageSchema>;

const fromPageSchema = z.discriminatedUnion('type', [
  /** The page is there, newly or again, and wants a snapshot. */
  z.strictObject({ type: z.literal('ready') }),
  /** Show this place in the editor. Files are relative to the folder that was asked for, with `/`. */
  z.strictObject({ type: z.literal('reveal'), place: placeSchema }),
  /** Open the page of a catalog entry, rule or field. */
  z.strictObject({ type: z.literal('openEntry'), id: z.string() }),
  /** Send the guidance on a tool or control that a snapshot named. */
  z.strictObject({ type: z.literal('guidance'), id: z.string() }),
  /** Give focus back to the editor. */
  z.strictObject({ type: z.literal('focusEditor') }),
  /** Begin a manifest: the button of the empty report. */
  z.strictObject({ type: z.literal('newManifest') }),
]);
export type FromPage = z.infer<typeof fromPageSchema>;

const pageStateSchema = z.strictObject({
  version: z.literal(1),
  /** The root that is shown; null before the first snapshot. */
  root: z.string().nullable(),
  /** Parts that the reader opened or closed, by key: whether they are open. */
  opened: z.record(z.string(), z.boolean()),
  /** How far the page is scrolled, in CSS pixels. */
  scroll: z.number().min(0),
});
export type PageState = z.infer<typeof pageStateSchema>;

export const freshPageState: PageState = { version: 1, root: null, opened: {}, scroll: 0 };

/** A message of the extension, or undefined when it is none that the page knows. */
export function readToPage(value: unknown): ToPage | undefined {
  return toPageSchema.safeParse(value).data;
}

/** A message of the page, or undefined when it is none that the extension knows. */
export function readFromPage(value: unknown): FromPage | undefined {
  return fromPageSchema.safeParse(value).data;
}

/** The state that the page kept, for the page itself and for the serializer; anything else gives a fresh one. */
export function readPageState(value: unknown): PageState {
  return pageStateSchema.safeParse(value).data ?? freshPageState;
}
