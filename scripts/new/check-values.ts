import type { z } from 'zod';
import { parseFile } from '../../src/loader/parse-file.ts';
import { formatFieldPath, formatUserError, UserError } from '../../src/loader/errors.ts';
import { formatZodIssue } from '../../src/loader/zod-messages.ts';
import { id as idSchema } from '../../src/schema/field-types.ts';

/**
 * Throws if values break the schema of their fields. Empty fields are reported later, by the lint.
 *
 * @param values path of a field, such as `source.genre` → its value and where it is given
 * @throws {UserError} with all values that do not fit
 */
export function assertValuesFit(
  file: string,
  text: string,
  schema: z.ZodType,
  values: ReadonlyMap<string, { at: string; value: string }>,
): void {
  const issues = schema.safeParse(parseFile(file, text).data, { reportInput: true }).error?.issues ?? [];
  const problems = issues
    .flatMap((issue) => formatZodIssue(issue, schema))
    .flatMap(({ path, message, hint }) => {
      const given = values.get(formatFieldPath(path));
      if (!given) return [];
      return [new UserError(`${given.at} "${given.value}": ${message}`, hint)];
    });
  throwAll(problems);
}

/** @throws {UserError} that joins several, if there are any */
export function throwAll(problems: readonly UserError[]): void {
  const [first, ...others] = problems;
  if (first) throw others.length === 0 ? first : new UserError(problems.map(formatUserError).join('\n'));
}

/** @throws {UserError} if a text is not an id */
export function assertId(text: string): void {
  const { error } = idSchema.safeParse(text);
  if (error)
    throw new UserError(`invalid id "${text}": it ${error.issues[0]!.message}`, 'choose another one: it becomes part of a permanent URL');
}
