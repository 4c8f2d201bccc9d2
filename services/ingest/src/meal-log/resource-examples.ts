const submitted = {
  id: 'breakfast-1',
  status: 'processing',
  text: 'two scrambled eggs and a slice of toast',
  meal_type: 'breakfast',
  eaten_at: '2026-11-23T07:40:00.000Z',
  created_at: '2026-11-23T07:41:05.235Z',
  completed_at: null,
  corrected_at: null,
  items: [],
  totals: null,
  needs_review: false,
  total_is_partial: false,
  failure: null,
  version: 17,
};

const failed = {
  ...submitted,
  id: 'junk-1',
  status: 'failed',
  text: 'a rusty nail',
  meal_type: null,
  completed_at: '2026-11-23T07:41:05.301Z',
  failure: {
    reason: 'no_food_detected',
    message: 'We could not find any food that you ate in this text.',
  },
  version: 19,
};

/** What meal logs look like, for the API's documentation. */
export const mealLogExamples = [submitted, failed];
