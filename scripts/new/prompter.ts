import { isCancel, select, text } from '@clack/prompts';
import { UserError } from '../../src/loader/user-error.ts';

/** Prompts for values. Tests use their own implementation. */
export interface Prompter {
  /** Prompts for a line of text; an empty one is filled in later. `validate` returns what is wrong with a line. */
  line: (question: string, options?: { initial?: string; validate?: (answer: string) => string | undefined }) => Promise<string>;
  /** Prompts for one of several values. */
  choice: (question: string, values: readonly { value: string; hint?: string }[], initial?: string) => Promise<string>;
}

/** Prompts on the terminal. Throws {UserError} if the user presses Ctrl-C. */
export const terminalPrompter: Prompter = {
  async line(message, { initial = '', validate } = {}) {
    const placeholder = 'press Enter to fill it in later';
    return readAnswer(
      await text({ message, initialValue: initial, placeholder, validate: (value) => (value ? validate?.(value) : undefined) }),
    );
  },
  async choice(message, values, initial) {
    const options = values.map(({ value, hint }) => ({ value, label: value || 'later', ...(hint && { hint }) }));
    return readAnswer(await select({ message, options, maxItems: 12, ...(initial !== undefined && { initialValue: initial }) }));
  },
};

function readAnswer(answer: string | symbol | undefined): string {
  if (isCancel(answer)) throw new UserError('cancelled: nothing was written');
  return String(answer ?? '').trim();
}
