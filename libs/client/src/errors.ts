/** Where errors of the app's own callbacks go; never throws. */
export type ErrorSink = (error: unknown) => void;

/**
 * To the app, else to where the platform shows what nobody has caught. Never rethrown: in Node that
 * would end the process.
 */
export function errorSink(onError: ErrorSink = reportToPlatform): ErrorSink {
  return (error) => {
    try {
      onError(error);
    } catch (another) {
      reportToPlatform(another);
    }
  };
}

function reportToPlatform(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  // biome-ignore lint/suspicious/noConsole: Node has no other place for it.
  else console.error(error);
}
