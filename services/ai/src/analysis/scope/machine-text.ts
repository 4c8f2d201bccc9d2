/**
 * What was written for or by a program, wherever it stands in the text: data, code, addresses,
 * a role and what it is told. Tags around prose stay prose: `<b>2 eggs</b>`.
 */
const MACHINE: readonly RegExp[] = [
  /<script\b[\s\S]*?(?:<\/script>|$)/giu,
  /<\w+[^>]*\s(?:on\w+|src)\s*=[\s\S]*$/giu,
  /<\w+[^>]*=[^>]*>/gu,
  /<\?(?:php|xml)[\s\S]*?(?:\?>|$)/giu,
  /<!--[\s\S]*?(?:-->|$)/gu,
  // `{"items": [...]}`, as far as its brackets reach; `{"meal": "banana"}` is a meal all the same.
  /[[{][[{\s]*["'][\w\s-]+["']\s*:(?=[\s\S]*["'](?:kcal|calories|energy|items|role|content|total|totals)["']|\s*[[{])[\s\S]*(?:[}\]]|$)/giu,
  /["'](?:items|role|content|kcal|calories)["']\s*:[\s\S]*$/giu,
  /(?:\{\{|\$\{|<%)[\s\S]*$/gu,
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /\b(?:select\s+[\w*,\s]{1,60}\sfrom\s|insert\s+into\s|delete\s+from\s|drop\s+(?:table|database)\s|union\s+select\s|update\s+\w+\s+set\s)[\s\S]*?(?:--|;|$)/giu,
  /\b(?:console\.log|print|alert|eval|exec|require|import|fetch)\s?\([\s\S]*?(?:\)|$)/giu,
  // A role at the beginning of a line speaks to its end.
  /(?:^|\\n)\s*(?:#+\s*)?\[?(?:system|assistant|developer|admin|human|user prompt|prompt|instructions?)\]?\s*:[\s\S]*$/gimu,
  /\byou are (?:now )?(?:in |a |an |my )?(?:\w+ )?(?:mode|assistant|bot|ai|nutritionist|admin|dan)\b[\s\S]*$/giu,
];

/** Blanks out what is no prose. Everything else keeps its place. */
export function withoutMachineText(text: string): string {
  return MACHINE.reduce(
    (left, pattern) => left.replace(pattern, (found) => ' '.repeat(found.length)),
    text,
  );
}
