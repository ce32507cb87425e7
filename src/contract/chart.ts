import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { errorMap } from './errors.ts';

export const ChartRegionSchema = z.object({
  /** Stays with the region while notes come and go. */
  id: z.number().int(),
  /** The region that it is a part of; null for a region. */
  parent: z.number().int().nullable(),
  /** The words that set it apart, best first; never empty. In the language that was asked for where that can be. */
  words: z.array(z.string()),
  /** What a person called it. */
  name: z.string().nullable(),
  /** Number of its colour in the palette, where a person chose one. */
  colour: z.number().int().nullable(),
  hidden: z.boolean(),
  notes: z.number().int(),
});
export type ChartRegion = z.infer<typeof ChartRegionSchema>;

export const ChartStateSchema = z.object({
  /** Another number: places have changed, and `chartPlaces` has the new ones. 0 before there are any. */
  version: z.number().int(),
  notes: z.number().int(),
  regions: z.array(ChartRegionSchema),
  /** What is being worked out, and how much of it is done, 0..1; null when nothing is. */
  working: z.object({ on: z.enum(['neighbours', 'layout', 'regions']), share: z.number() }).nullable(),
  /**
   * Share of the notes, 0..1, that came or changed since the whole was laid out: they were put among the others, which
   * stayed where they were. Above about 0.25 a new layout is worth it.
   */
  drift: z.number(),
  /** Share of the vault's passages that have vectors, 0..1, when it was laid out. */
  coverage: z.number(),
});
export type ChartState = z.infer<typeof ChartStateSchema>;

export const ChartInputSchema = z
  .object({
    /** Primary language ('es') in which regions are called, where the vault is written in it as well as in others. */
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional(),
    /** The chart as it is kept is enough: nothing is made for it, nor brought up to date. */
    asKept: z.boolean().optional(),
  })
  .optional();

/** The chart now and at every change, for as long as the caller listens; it is made when it is first asked for, but as kept. */
export const chart = oc.errors(errorMap).input(ChartInputSchema).output(eventIterator(ChartStateSchema));

/** All places, as `encodePlaces` of `src/common/chart-places.ts` writes them. */
export const chartPlaces = oc.errors(errorMap).output(z.instanceof(Blob));

/** Lays the whole chart out anew, turned to lie as it did. Resolves when it is done; cancelling keeps the old one. */
export const layOutChart = oc.errors(errorMap).output(z.void());

export const RegionChangeSchema = z.object({
  id: z.number().int(),
  name: z.string().trim().min(1).max(200).nullable().optional(),
  colour: z.number().int().min(0).max(63).nullable().optional(),
  hidden: z.boolean().optional(),
});

/** What a person says of a region; null takes back what was said. @throws REGION_NOT_FOUND, INDEX_IN_USE */
export const changeRegion = oc.errors(errorMap).input(RegionChangeSchema).output(z.void());
