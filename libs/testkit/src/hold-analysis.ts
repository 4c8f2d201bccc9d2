import type { Stack } from '@mealwire/stack';

/** No meal is analysed until the analysis is released: what happens meanwhile needs no clock. */
export function holdAnalysis(stack: Stack): void {
  process.kill(stack.process('ai-1').pid() as number, 'SIGSTOP');
}

export function releaseAnalysis(stack: Stack): void {
  process.kill(stack.process('ai-1').pid() as number, 'SIGCONT');
}

export async function whileAnalysisIsHeld<T>(stack: Stack, work: () => Promise<T>): Promise<T> {
  holdAnalysis(stack);
  try {
    return await work();
  } finally {
    releaseAnalysis(stack);
  }
}
