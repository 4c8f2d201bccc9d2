import { apiRoutes } from './router.js';

const unused = (): never => {
  throw new Error('these routes are there to be described, not called');
};

/** The routes of ingest without anything behind them: what the API's document is made from. */
export const describedRoutes = apiRoutes({
  tokens: { verify: unused },
  anyTokens: { verify: unused },
  submit: unused,
  retry: unused,
  correct: unused,
  remove: unused,
  queries: {
    getMealLog: unused,
    getMealLogHistory: unused,
    listMealLogs: unused,
    getDailySummary: unused,
    position: { reached: unused },
  },
  requestErasure: unused,
  exportUser: unused,
});
