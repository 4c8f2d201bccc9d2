import { Session } from 'node:inspector/promises';

/**
 * Loaded into the gateway process by the benchmarks (`node --import`): answers what only the process
 * itself can measure. Never part of a deployment.
 */

const session = new Session();
session.connect();
/** Bytes between two samples; small enough for a sum that is right to a few per cent. */
const SAMPLING_BYTES = 8192;

const commands = {
  memory: async () => {
    globalThis.gc();
    globalThis.gc();
    return process.memoryUsage();
  },
  cpu: async () => process.cpuUsage(),
  startAllocations: () =>
    session.post('HeapProfiler.startSampling', {
      samplingInterval: SAMPLING_BYTES,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    }),
  stopAllocations: async () => {
    const { profile } = await session.post('HeapProfiler.stopSampling');
    return byFunction(profile.head);
  },
};

/** Bytes per function, dead objects included. */
function byFunction(root) {
  const bytes = {};
  const rest = [root];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    const { functionName, url } = node.callFrame;
    const name = `${functionName || '(anonymous)'} ${url.replace(/^.*\/(node_modules|libs|services)\//, '')}`;
    bytes[name] = (bytes[name] ?? 0) + node.selfSize;
    rest.push(...node.children);
  }
  return bytes;
}

process.on('message', async ({ id, command }) => {
  process.send({ id, result: await commands[command]() });
});
// The channel must not keep the process alive.
process.channel.unref();
