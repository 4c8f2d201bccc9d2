import { describe, expect, it } from 'vitest';
import { isOtherMatter, isOtherTalk, similesIn } from './other-matters.js';

describe('other matters', () => {
  it.each(['to make gravy melt the butter', 'season the steak well'])('%s is one', (sentence) => {
    expect(isOtherMatter(sentence)).toBe(true);
  });

  it.each([
    'west ham lost 2 to 0 at home',
    'deadlift pb 140 kg',
    'my phone is an apple',
    'we are in a right pickle with the boiler',
    'doctor told me to cut down on salt',
    'an egg has about 6 grams of protein',
    'three hens laid today',
    'essay on the potato famine',
    'a latte for the lady by the window',
  ])('%s is talk about one', (clause) => {
    expect(isOtherTalk(clause)).toBe(true);
  });

  it.each([
    'mash with gravy',
    'roll with butter',
    'got a pb at parkrun then had a bacon roll',
    'pizza after my exam today',
    'caught a trout and ate it',
    'coffee and a bagel please',
    'bread and butter',
    'chicken biryani full plate',
    'big enchilada with rice',
    'cut cheese and crackers',
    'a sausage dog with mustard',
  ])('%s may be a meal', (text) => {
    expect(isOtherMatter(text) || isOtherTalk(text)).toBe(false);
  });

  it.each([
    ['he is as sweet as pie', ['as sweet as pie']],
    ['went red as a beetroot', ['red as a beetroot']],
    ['a salad as a starter', []],
    ['as much rice as chicken', []],
  ])('of %j the images are %j', (sentence, images) => {
    expect(similesIn(sentence)).toEqual(images);
  });
});
