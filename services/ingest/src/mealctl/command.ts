import type { Command } from 'commander';
import type { Deployment } from './deployment.js';
import type { Output } from './output.js';

/** What a command works with. */
export interface CommandContext {
  readonly deployment: Deployment;
  readonly output: Output;
}

/**
 * Exit codes: 0 done; 1 it failed, or what was checked is not in order; 2 the command was typed
 * wrongly.
 */
export type ExitCode = 0 | 1 | 2;

/** Runs the work of a command with the deployment that the common options name. */
export type Run = (work: (context: CommandContext) => Promise<ExitCode>) => Promise<void>;

/** Adds one command, or a group of them, to `mealctl`. */
export type AddCommand = (program: Command, run: Run) => void;
