/** Who may do what, from deploy/nats/nats.conf. */
export interface NatsUser {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
  /** May answer requests, whatever their reply subject. */
  readonly allow_responses: boolean;
}

interface Block {
  readonly [key: string]: Value | undefined;
}
type Value = string | Block | readonly Value[];

/** `admin`, which may do everything, has no permissions in the file and is left out. */
export function readNatsUsers(text: string): ReadonlyMap<string, NatsUser> {
  const tokens = text.replaceAll(/#.*$/gm, '').match(/"[^"]*"|[{}[\]]|[^\s{}[\]:,="]+/g) ?? [];
  const config = parseBlock(tokens[Symbol.iterator]());
  const users = (config['authorization'] as Block)['users'] as readonly Block[];
  return new Map(users.flatMap(permissionsOf));
}

function permissionsOf(user: Block): [string, NatsUser][] {
  const permissions = user['permissions'] as Block | undefined;
  if (permissions === undefined) return [];
  const allowed = (verb: string): readonly string[] =>
    ((permissions[verb] as Block | undefined)?.['allow'] ?? []) as readonly string[];
  return [
    [
      user['user'] as string,
      {
        publish: allowed('publish'),
        subscribe: allowed('subscribe'),
        allow_responses: permissions['allow_responses'] === 'true',
      },
    ],
  ];
}

/** The part of the format that the file uses: blocks, lists and words, in any order. */
function parseBlock(tokens: Iterator<string>): Block {
  const block: Record<string, Value> = {};
  for (let token = next(tokens); token !== undefined && token !== '}'; token = next(tokens)) {
    block[token] = parseValue(next(tokens), tokens);
  }
  return block;
}

function parseList(tokens: Iterator<string>): readonly Value[] {
  const list: Value[] = [];
  for (let token = next(tokens); token !== ']'; token = next(tokens)) {
    list.push(parseValue(token, tokens));
  }
  return list;
}

function parseValue(token: string | undefined, tokens: Iterator<string>): Value {
  if (token === undefined) throw new Error('nats.conf ends in the middle');
  if (token === '{') return parseBlock(tokens);
  return token === '[' ? parseList(tokens) : token.replace(/^"(.*)"$/, '$1');
}

function next(tokens: Iterator<string>): string | undefined {
  const { value, done } = tokens.next();
  return done === true ? undefined : (value as string);
}
