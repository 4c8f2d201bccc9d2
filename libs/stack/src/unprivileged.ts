/** `nobody` of Debian and most others: owns no files of its own. */
const NOBODY = 65_534;

/** Whom to run as where the program refuses to be root; undefined: we are not root. */
export function unprivilegedUid(): number | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}

/**
 * PostgreSQL refuses to run as root. The command is then run as `nobody`, but keeps the right to
 * pass through folders that only root may enter (a clone in /root): `no_setuid_fixup` because
 * initdb checks its files with access(2), which else drops that right for a non-root user.
 */
export function asUnprivileged(
  command: string,
  args: readonly string[],
): { readonly command: string; readonly args: readonly string[] } {
  const uid = unprivilegedUid();
  if (uid === undefined) return { command, args };
  return {
    command: 'setpriv',
    args: [
      `--reuid=${uid}`,
      `--regid=${uid}`,
      '--clear-groups',
      '--inh-caps=+dac_read_search',
      '--ambient-caps=+dac_read_search',
      '--securebits=+no_setuid_fixup',
      command,
      ...args,
    ],
  };
}
