import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fromBinary } from '@bufbuild/protobuf';
import { type FileDescriptorProto, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';

/** Comments of proto/ by full name: `meal_log.v1.MealLogCreated`, `meal_log.v1.MealLogCreated.text`. */
export type ProtoComments = ReadonlyMap<string, string>;

/** Field numbers in descriptor.proto, of which the paths of source comments consist. */
const MESSAGE_OF_FILE = 4;
const FIELD_OF_MESSAGE = 2;

/** Generated code carries no comments, so buf reads the sources once more. */
export function readProtoComments(root: string): ProtoComments {
  const buf = join(root, 'node_modules', '.bin', 'buf');
  const image = execFileSync(buf, ['build', '--as-file-descriptor-set', '-o', '-'], { cwd: root });
  return new Map(fromBinary(FileDescriptorSetSchema, image).file.flatMap(commentsOf));
}

function commentsOf(file: FileDescriptorProto): [string, string][] {
  return (file.sourceCodeInfo?.location ?? []).flatMap(({ path, leadingComments }) => {
    const name = leadingComments === '' ? undefined : nameAt(file, path);
    return name === undefined ? [] : [[name, oneLine(leadingComments)] as [string, string]];
  });
}

function nameAt(file: FileDescriptorProto, path: readonly number[]): string | undefined {
  const [inFile, messageIndex = -1, inMessage, fieldIndex = -1, ...deeper] = path;
  const message = file.messageType[messageIndex];
  if (inFile !== MESSAGE_OF_FILE || message === undefined || deeper.length > 0) return undefined;
  const fullName = `${file.package}.${message.name}`;
  if (inMessage === undefined) return fullName;
  const field = inMessage === FIELD_OF_MESSAGE ? message.field[fieldIndex] : undefined;
  return field === undefined ? undefined : `${fullName}.${field.name}`;
}

function oneLine(comment: string): string {
  return comment.trim().replaceAll(/\s*\n\s*/g, ' ');
}
