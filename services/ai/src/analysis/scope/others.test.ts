import { describe, expect, it } from 'vitest';
import { isOthersMeal } from './others.js';

const others = (text: string): boolean => isOthersMeal(text.split(' '));

describe('isOthersMeal', () => {
  it.each([
    'resident in room ate porridge',
    'the boy i nanny finished two yogurts',
    'mr chen only drank his juice',
    'my lola prefers rice',
    'the grandchildren are baking cakes',
    'flatmate nicked me milk',
    'my annoying brother ate my sandwich',
    'gave sir his soup',
  ])('given %j, then somebody else had it', (text) => {
    expect(others(text)).toBe(true);
  });

  it.each([
    'walking the dog had porridge',
    'dropped the kids had a roll',
    'my wife and i had pizza',
    'my friend got me a latte',
    'had his leftovers',
    'gran gave me two scones',
    'my wife made a tossed salad',
    'the curry my wife loves',
  ])('given %j, then nobody else did', (text) => {
    expect(others(text)).toBe(false);
  });
});
