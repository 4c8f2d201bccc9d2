/**
 * Draws the client's connection states into docs/client.md by walking through every state that
 * transition() can reach; with --check it only compares, and fails when the picture is old.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONNECTION_STATES, INITIAL_STATE } from '../libs/client/dist/connection/state.js';
import { transition } from '../libs/client/dist/connection/transition.js';
import { DEFAULT_STRATEGY as strategy } from '../libs/client/dist/strategy.js';

const BEGIN = '<!-- drawn by scripts/draw-client-states.mjs -->';
const END = '<!-- end of the drawing -->';
const file = join(import.meta.dirname, '..', 'docs', 'client.md');

/** Everything that may happen in a state, and what to call it. */
function eventsIn({ generation, isOnline }) {
  const timer = (name) => ({ type: 'timer', name });
  const closed = (code) => ({ type: 'closed', generation, code, reason: '' });
  return [
    ['connect()', { type: 'connect' }],
    ['close()', { type: 'close' }],
    ['submit()', { type: 'wake' }],
    ['foreground()', { type: 'foreground' }],
    ['background()', { type: 'background' }],
    isOnline
      ? ['network lost', { type: 'network_changed', isOnline: false }]
      : ['network changed', { type: 'network_changed', isOnline: true }],
    ['network changed', { type: 'network_changed', isOnline: true }],
    ['answer over HTTP', { type: 'reachable' }],
    ['handshake done', { type: 'opened', generation }],
    ['frame', { type: 'frame', generation }],
    ['lost or closed', closed(1006)],
    ['4500, 4501', closed(4500)],
    ['4502', closed(4502)],
    ['4503', closed(4503)],
    ['dead token', { type: 'logged_out' }],
    ['no frame in time', timer('verify')],
    ['silence', timer('silence')],
    ['probe unanswered', timer('probe')],
    ['reconnect {after_ms}', timer('move')],
    ['wait over', timer('retry')],
  ];
}

/** Timers run in the states that set them, and nowhere else. */
const TIMERS = {
  connecting: ['verify'],
  verifying: ['verify'],
  live: ['silence', 'move'],
  suspect: ['probe'],
  backoff: ['retry'],
  offline: ['retry'],
};

function canHappen(state, event) {
  if (event.type === 'timer') return (TIMERS[state.name] ?? []).includes(event.name);
  return true;
}

function edges() {
  const found = new Map();
  const seen = new Set();
  const queue = [INITIAL_STATE];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const [label, event] of eventsIn(state)) {
      if (!canHappen(state, event)) continue;
      const next = transition(state, event, { strategy, nowMs: 0, random: 1 }).state;
      if (next.name !== state.name) {
        const edge = `${state.name} --> ${next.name}`;
        found.set(edge, new Set([...(found.get(edge) ?? []), label]));
      }
      const key = `${next.name} ${next.isOnline}`;
      if (!seen.has(key)) {
        seen.add(key);
        queue.push(next);
      }
    }
  }
  return found;
}

/** What leads there from every other state is said once. */
function draw() {
  const drawn = [...edges()];
  const everywhere = new Map([
    ['dead token', 'logged_out'],
    ['close()', 'idle'],
    ['background()', 'background'],
    ['network lost', 'offline'],
  ]);
  const lines = drawn
    .map(([edge, labels]) => [edge, [...labels].filter((label) => !everywhere.has(label))])
    .filter(([, labels]) => labels.length > 0)
    .map(([edge, labels]) => `  ${edge}: ${labels.join(', ')}`);
  const order = CONNECTION_STATES.map((name) => `  state ${name}`);
  const notes = [...everywhere].map(([label, name]) => {
    const from = drawn
      .filter(([edge, labels]) => edge.endsWith(`> ${name}`) && labels.has(label))
      .map(([edge]) => `\`${edge.split(' ')[0]}\``);
    return `- \`${name}\`, by *${label}*: from ${from.join(', ')}.`;
  });
  const diagram = ['```mermaid', 'stateDiagram-v2', '  [*] --> idle', ...order, ...lines, '```'];
  const parts = [...diagram, '', 'Not drawn, for there are too many arrows:', '', ...notes];
  return [BEGIN, '', ...parts, '', END].join('\n');
}

const text = readFileSync(file, 'utf8');
const [before, rest] = text.split(BEGIN);
const after = rest.split(END)[1];
const updated = `${before}${draw()}${after}`;
if (!process.argv.includes('--check')) {
  writeFileSync(file, updated);
} else if (updated !== text) {
  process.stderr.write('docs/client.md is not up to date: run make generate and commit it.\n');
  process.exitCode = 1;
}
