/** One change of a result. An index means the items as they are before any of the changes. */
export type ItemCorrection =
  | {
      readonly op: 'change';
      readonly index: number;
      /** Another food, such as one of the item's `alternatives`. */
      readonly food_id?: string;
      /** Wins over quantity and unit. */
      readonly grams?: number;
      readonly quantity?: number;
      readonly unit?: string;
    }
  | { readonly op: 'remove'; readonly index: number }
  /** In plain words; may be several foods. */
  | { readonly op: 'add'; readonly text: string };

export interface CorrectOptions {
  /** The `version` that the user has seen: 412 `version_conflict` when it is another one now. */
  readonly ifMatch?: number;
}
