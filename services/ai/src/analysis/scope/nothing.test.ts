import { describe, expect, it } from 'vitest';
import { isSkipped, saysNothing } from './nothing.js';

const words = (text: string): readonly string[] => text.split(' ');

describe('saysNothing', () => {
  it.each([
    'nothing today',
    'no tea tonight',
    'nil by mouth before the op',
    'went to bed without any supper',
    'too busy to eat',
    'zero food today',
    'not a single thing eaten today',
    'just didnt bother with dinner',
    'worked straight through lunch',
    'never got round to eating',
    'missed breakfast again',
    'day 3 of my fast',
    'roza today',
  ])('given %j, then nothing was eaten', (text) => {
    expect(saysNothing(words(text))).toBe(true);
  });

  it.each([
    'nothing but a banana',
    'nothing fancy just pasta',
    'ate it too fast',
    'fast food burger',
    'broke my fast with dates',
    'after a long fast an omelette',
    'upvas khichdi',
    'sugar was fine fasting',
    'no tea left over',
  ])('given %j, then it does not say so', (text) => {
    expect(saysNothing(words(text))).toBe(false);
  });
});

describe('isSkipped', () => {
  it.each([
    'didnt eat lunch',
    'skipped the fries',
    'missed dinner',
    'no breakfast',
    'aint had food',
  ])('given %j, then it was', (text) => {
    expect(isSkipped(words(text))).toBe(true);
  });

  it.each([
    'forgot to log a banana',
    'forgot i had toast',
    'missed the bus had a roll',
    'couldnt stop eating popcorn',
    'couldnt eat more than a few bites',
    'didnt finish my pasta',
  ])('given %j, then it was not', (text) => {
    expect(isSkipped(words(text))).toBe(false);
  });
});
