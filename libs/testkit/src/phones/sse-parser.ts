/** One dispatched event of an event stream. */
export interface SseEvent {
  /** The stream's last event id; empty before the first. */
  readonly id: string;
  /** `message` where the stream names none. */
  readonly event: string;
  readonly data: string;
}

export interface SseParser {
  /** Takes text as it comes, cut anywhere. @returns the events that it completes. */
  feed(text: string): SseEvent[];
}

/** An event stream as the HTML standard reads it: fields up to an empty line, comments skipped. */
export function createSseParser(lastEventId = ''): SseParser {
  let rest = '';
  let id = lastEventId;
  let event = '';
  let data: string[] = [];

  function dispatch(): SseEvent | undefined {
    const complete = { id, event: event || 'message', data: data.join('\n') };
    const isEmpty = data.length === 0;
    event = '';
    data = [];
    return isEmpty ? undefined : complete;
  }

  function take(line: string): void {
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
    else if (name === 'id') id = value;
  }

  return {
    feed: (text) => {
      const lines = (rest + text).split(/\r\n|\n/);
      rest = lines.pop() ?? '';
      const events: SseEvent[] = [];
      for (const line of lines) {
        const complete = line === '' ? dispatch() : take(line);
        if (complete !== undefined) events.push(complete);
      }
      return events;
    },
  };
}
