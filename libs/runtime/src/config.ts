import { z } from 'zod';

/** A service's settings: one documented zod type per environment variable. */
export type ConfigShape = Record<string, z.ZodType>;

/** The environment does not fit; the message names every variable and what is wrong with it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Validates the environment as a whole, so that one start shows every mistake.
 * @throws ConfigError
 */
export function loadConfig<S extends ConfigShape>(
  shape: S,
  env: NodeJS.ProcessEnv,
): z.output<z.ZodObject<S>> {
  // A variable that is set to nothing is one that is not set: compose files and shells make these.
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = z.object(shape).safeParse(present);
  if (parsed.success) return parsed.data;
  // The value itself stays out: it may be a secret.
  const problems = parsed.error.issues.map((i) => `  ${i.path.join('.')}: ${i.message}`);
  throw new ConfigError(`the environment is not valid:\n${problems.join('\n')}`);
}

/** The settings as text for `--help`: name, default, meaning. */
export function describeConfig(shape: ConfigShape): string {
  return Object.entries(shape)
    .map(([name, type]) => `  ${name}${defaultOf(type)}\n      ${type.description ?? ''}`)
    .join('\n');
}

function defaultOf(type: z.ZodType): string {
  const parsed = type.safeParse(undefined);
  if (!parsed.success) return ' (required)';
  return parsed.data === undefined ? '' : ` = ${String(parsed.data)}`;
}
