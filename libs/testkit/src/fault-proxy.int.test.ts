import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from './eventually.js';
import { type FaultProxy, startFaultProxy } from './fault-proxy.js';

let server: Server;
let proxy: FaultProxy;
let client: Socket;
/** The server's side of each connection. */
const accepted: Socket[] = [];
let received = '';
let closed = false;

async function open(): Promise<Socket> {
  const socket = connect(Number(new URL(proxy.origin).port), '127.0.0.1');
  received = '';
  closed = false;
  socket.on('data', (chunk) => {
    received += chunk;
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    closed = true;
  });
  const connections = accepted.length;
  await eventually(() => expect(accepted.length).toBe(connections + 1));
  return socket;
}

beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => socket.write(`echo ${chunk}`));
    accepted.push(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  proxy = await startFaultProxy({ targetPort: port, random: () => 0.5 });
  client = await open();
});

afterEach(async () => {
  client.destroy();
  await proxy.stop();
  for (const socket of accepted.splice(0)) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

/** Longer than anything takes that passes at once. */
const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

describe('a fault proxy', () => {
  test('passes both directions on, and the end of a connection', async () => {
    client.write('hello');
    await eventually(() => expect(received).toBe('echo hello'));
    accepted[0]?.end();
    await eventually(() => expect(closed).toBe(true));
    await eventually(() => expect(proxy.connections()).toBe(0));
  });

  test('cuts in the middle of a chunk', async () => {
    expect(proxy.cut(1)).toBe(1);
    client.write('0123456789');
    await eventually(() => expect(closed).toBe(true));
    expect(received).toBe('echo 01');
    await eventually(() => expect(accepted[0]?.destroyed).toBe(true));
  });

  test('holds a connection half-open: nothing passes, nothing closes, until it heals', async () => {
    expect(proxy.halfOpen(1)).toBe(1);
    client.write('lost');
    accepted[0]?.write('lost as well');
    await moment();
    expect(received).toBe('');
    accepted[0]?.destroy();
    await moment();
    expect(closed).toBe(false);
    proxy.heal();
    await eventually(() => expect(closed).toBe(true));
    expect(received).toBe('');
  });

  test('holds new connections too, until it heals', async () => {
    proxy.halfOpen(1);
    const late = await open();
    late.write('hello');
    await moment();
    expect(received).toBe('');
    proxy.heal();
    await eventually(() => expect(closed).toBe(true));
    const healed = await open();
    healed.write('hello');
    await eventually(() => expect(received).toBe('echo hello'));
    healed.destroy();
  });

  test('delays without changing the order', async () => {
    proxy.delay(150);
    const startedAt = Date.now();
    accepted[0]?.write('a');
    await moment();
    proxy.delay(0);
    accepted[0]?.write('b');
    await eventually(() => expect(received).toBe('ab'));
    // The second half of the way to the client is the one that was delayed.
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(90);
  });

  test('drops all connections', async () => {
    expect(proxy.dropAll()).toBe(1);
    await eventually(() => expect(closed).toBe(true));
    await eventually(() => expect(accepted[0]?.destroyed).toBe(true));
  });
});
