import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from './analyser.js';
import { createEmbeddedAnalyser } from './embedded-analyser.js';
import { readBuiltInTable } from './table/read-table.js';

const table = readBuiltInTable();
const embeddedAnalyser = createEmbeddedAnalyser(table);

const FIGURES = ['calories', 'proteinG', 'carbsG', 'fatG', 'fiberG', 'sugarG', 'sodiumMg'] as const;

const aliases = table.foods.flatMap((food) => food.aliases);
const amount = fc.oneof(
  fc.constantFrom('', 'a', 'half a', '2-3', 'a few', '-', '1/0', '½', 'a cup and a half of'),
  fc.integer({ min: -1000, max: 1e9 }).map(String),
  fc.double({ noNaN: true }).map(String),
);
const unit = fc.constantFrom('', 'g', 'kg', 'cups of', 'oz', 'slices of', 'ml', 'large');
const word = fc.oneof(fc.constantFrom(...aliases), fc.string());
const joiner = fc.constantFrom(', ', ' and ', ' with ', ' ', '. ', ' without ', '\n');
const phrase = fc.tuple(amount, unit, word, joiner).map(([a, u, w, j]) => `${a} ${u} ${w}${j}`);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(phrase, { maxLength: 40 }).map((phrases) => phrases.join('')),
);

const analyse = (given: string): Promise<Analysis> =>
  embeddedAnalyser.analyse({ text: given }, new AbortController().signal);

describe('the embedded analyser, given any text', () => {
  it('never rejects, gives finite figures, and totals that are the sum of the items', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const analysis = await analyse(given);
        if (analysis.outcome === 'failed') return;
        for (const figure of FIGURES) {
          const parts = analysis.items.map((item) => item[figure]);
          expect(parts.every((part) => Number.isFinite(part) && part >= 0)).toBe(true);
          expect(analysis.totals[figure]).toBeCloseTo(
            parts.reduce((total, part) => total + part, 0),
            1,
          );
        }
        for (const item of analysis.items) {
          expect(item.grams).toBeGreaterThanOrEqual(0);
          expect(item.quantity).toBeGreaterThanOrEqual(0);
          expect(item.confidence).toBeGreaterThanOrEqual(0);
          expect(item.confidence).toBeLessThanOrEqual(1);
          expect(item.alternatives.length).toBeLessThanOrEqual(3);
          expect(item.needsReview).toBe(item.reviewReason !== '');
          expect(given).toContain(item.rawText);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same answer every time', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        expect(await analyse(given)).toEqual(await analyse(given));
      }),
    );
  });
});
