import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stack, type StackOptions, startStack } from '@mealwire/stack';

/**
 * The whole system, every part its own process, on free ports and with data that is thrown away.
 * Needs compiled services: make build.
 */
export async function startTestStack(
  options: Omit<Partial<StackOptions>, 'dataDir'> = {},
): Promise<Stack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mealwire-stack-'));
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  try {
    const stack = await startStack({ ports: 'free', durable: false, ...options, dataDir });
    return { ...stack, stop: () => stack.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
