import { cancel, isCancel, select, text } from '@clack/prompts';

/** Asks a person. A test gives answers of its own. */
export interface Prompter {
  /** A line of text; empty where it is to be filled in later. `refuse` says what is wrong with one. */
  line: (question: string, options?: { initial?: string; refuse?: (answer: string) => string | undefined }) => Promise<string>;
  /** One of a few values. */
  choice: (question: string, values: readonly { value: string; hint?: string }[], initial?: string) => Promise<string>;
}

/** Thrown where the person leaves a question with Ctrl-C: nothing is written. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}

/** Asks on the terminal. */
export const terminalPrompter: Prompter = {
  async line(message, { initial = '', refuse } = {}) {
    return answered(
      await text({
        message,
        initialValue: initial,
        placeholder: 'Enter leaves it for later',
        validate: (value) => (value ? refuse?.(value) : undefined),
      }),
    );
  },
  async choice(message, values, initial) {
    const options = values.map(({ value, hint }) => ({ value, label: value || 'later', ...(hint && { hint }) }));
    return answered(await select({ message, options, maxItems: 12, ...(initial !== undefined && { initialValue: initial }) }));
  },
};

function answered(answer: string | symbol | undefined): string {
  if (isCancel(answer)) {
    cancel('Nothing was written.');
    throw new Cancelled();
  }
  return String(answer ?? '').trim();
}
