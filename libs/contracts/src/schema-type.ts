/**
 * The TypeScript type of a small part of JSON Schema: what frame-schemas.ts uses. All properties of
 * an object are required.
 */
export type FromSchema<S> = S extends { const: infer C }
  ? C
  : S extends { enum: readonly (infer E)[] }
    ? E
    : S extends { properties: infer P }
      ? { readonly [K in keyof P]: FromSchema<P[K]> }
      : S extends { items: infer I }
        ? readonly FromSchema<I>[]
        : S extends { type: readonly (infer T)[] }
          ? NamedType<T>
          : S extends { type: infer T }
            ? NamedType<T>
            : never;

type NamedType<T> = T extends keyof NamedTypes ? NamedTypes[T] : never;

interface NamedTypes {
  readonly string: string;
  readonly integer: number;
  readonly boolean: boolean;
  readonly null: null;
  /** Something that is described elsewhere. */
  readonly object: Readonly<Record<string, unknown>>;
}

/** `true` when both types are the same, not merely assignable. */
export type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
