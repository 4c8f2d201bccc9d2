/** `meal_log.created.{user}.{meal_log_id}` as a subject with wildcards. */
export function wildcardsOf(address: string): string {
  return address.replaceAll(/\{[^}]+\}/g, '*');
}

/** Whether every subject of the second pattern is one of the first: NATS wildcards. */
export function covers(pattern: string, subject: string): boolean {
  const [first, ...rest] = pattern.split('.');
  const [token, ...tokens] = subject.split('.');
  if (first === '>') return true;
  if (first !== token && (first !== '*' || token === '>')) return false;
  if (rest.length === 0 || tokens.length === 0) return rest.length === tokens.length;
  return covers(rest.join('.'), tokens.join('.'));
}
