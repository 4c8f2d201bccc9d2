import { PHONE_KINDS, type PhoneKind } from '@mealwire/testkit';

export interface ChaosSettings {
  readonly seconds: number;
  readonly seed: number;
  /** Every user has one device of each. */
  readonly kinds: readonly PhoneKind[];
}

/**
 * What the person who started it asks for: CHAOS_SEED, CHAOS_KINDS (comma-separated: cursor, app,
 * sse) and the time of the run in the variable that the caller names.
 * @throws RangeError for what is none of these.
 */
export function chaosSettings(
  env: NodeJS.ProcessEnv,
  defaults: { readonly secondsFrom: string; readonly seconds: number; readonly seed: number },
): ChaosSettings {
  return {
    seconds: wholeNumber(env, defaults.secondsFrom) ?? defaults.seconds,
    seed: wholeNumber(env, 'CHAOS_SEED') ?? defaults.seed,
    kinds: kindsOf(env['CHAOS_KINDS']) ?? PHONE_KINDS,
  };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  if (!/^\d+$/.test(text)) throw new RangeError(`${name} is not a whole number: ${text}`);
  return Number(text);
}

function kindsOf(text: string | undefined): PhoneKind[] | undefined {
  if (text === undefined || text === '') return undefined;
  return text.split(',').map((name) => {
    const kind = PHONE_KINDS.find((known) => known === name);
    if (kind === undefined) throw new RangeError(`no such kind of phone: ${name}`);
    return kind;
  });
}
