import { problemResponses } from '@mealwire/runtime';

/** `GET /ws/meal-logs` without an upgrade */
export const diagnoseConnection = {
  operationId: 'diagnoseConnection',
  summary: 'Ask why a WebSocket handshake fails',
  description:
    'The address of the WebSocket, which docs/protocol.md describes. A browser does not tell a page ' +
    'why a handshake failed; asked without an upgrade, the gateway answers as it would then: 426 ' +
    'means that token and gateway are well, and that WebSockets do not get through on the way.',
  tags: ['Delivery'],
  response: problemResponses({
    401: ['unauthorized'],
    410: ['user_erased'],
    426: ['upgrade_required'],
    503: ['unavailable', 'keys_unavailable'],
  }),
} as const;
