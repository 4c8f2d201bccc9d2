import type { DescMessage, MessageShape } from '@bufbuild/protobuf';
import { fromJsonString, toJsonString } from '@bufbuild/protobuf';

/**
 * The one way that messages become JSON here: proto field names (snake_case), zero values written
 * out, unknown fields of a newer writer ignored.
 */
export function encodeJson<D extends DescMessage>(schema: D, message: MessageShape<D>): string {
  return toJsonString(schema, message, { useProtoFieldName: true, alwaysEmitImplicit: true });
}

/** @throws Error when the text is no JSON or does not fit the schema. */
export function decodeJson<D extends DescMessage>(schema: D, json: string): MessageShape<D> {
  return fromJsonString(schema, json, { ignoreUnknownFields: true });
}
