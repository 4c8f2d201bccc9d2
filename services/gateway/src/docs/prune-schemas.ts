const SCHEMA_REF = '#/components/schemas/';

/** The part of an OpenAPI document that is of interest here. */
export interface ApiDocument {
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

/**
 * Leaves out the schemas that nothing refers to: each named zod type comes in two forms, of which
 * mostly one is used. Sorted, so that the order of imports does not show. Pure.
 */
export function pruneSchemas(document: ApiDocument): ApiDocument {
  const { schemas = {}, ...components } = document.components ?? {};
  // A set may grow while it is walked: this reaches what the schemas themselves refer to.
  const used = new Set(referencesIn({ ...document, components }));
  for (const name of used) for (const next of referencesIn(schemas[name])) used.add(next);
  const kept = [...used].sort().map((name) => [name, schemas[name]]);
  return { ...document, components: { ...components, schemas: Object.fromEntries(kept) } };
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === '$ref' && typeof child === 'string' && child.startsWith(SCHEMA_REF)
      ? [child.slice(SCHEMA_REF.length)]
      : referencesIn(child),
  );
}
