/** What the document says in words, and what no code says. */

export const info = {
  title: 'Mealwire',
  version: '1.0.0',
  description: [
    'The WebSocket and the event stream between phones and the gateway, and the NATS subjects',
    'between services. docs/protocol.md explains the former, docs/internal-services.md the latter;',
    'REST is in docs/openapi.json.',
    '',
    'Objects may get more fields, frames and events more types: ignore what you do not know.',
    '`required` is what is written today; an event that was stored before a field existed lacks it.',
  ].join('\n'),
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
};

export const document = {
  defaultContentType: 'application/json',
  servers: {
    webSocket: {
      host: 'mealwire.example',
      protocol: 'wss',
      description: 'The gateway. `make run` serves it without TLS on 127.0.0.1:8080.',
      security: [{ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }],
    },
    http: {
      host: 'mealwire.example',
      protocol: 'https',
      description: 'The same address.',
      security: [{ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }],
    },
    nats: {
      host: 'nats.mealwire.example:4222',
      protocol: 'nats',
      description:
        'NATS 2.12 or newer with JetStream. The users and what each may do: `x-nats-users`. Replies go to `_INBOX_<user>.>`, which a client sets as its inbox prefix.',
      security: [{ type: 'userPassword' }],
    },
  },
};

const token =
  'As it is when it fits `[A-Za-z0-9_-]{1,128}`, else `~` and base64url of its UTF-8 bytes (in keys of KV buckets `=` instead of `~`).';

const PARAMETERS: Readonly<Record<string, string>> = {
  user: `The user's id. ${token}`,
  digest: "SHA-256 of the user's id, base64url: who has the id finds it, it does not give the id.",
  meal_log_id: `The meal log's id. ${token}`,
  device: `The device's id. ${token}`,
  connection_id: 'The UUID of a connection.',
};

export function parameterOf(name: string): object {
  const description = PARAMETERS[name];
  if (description === undefined) throw new Error(`nothing says what {${name}} is`);
  return { description };
}
