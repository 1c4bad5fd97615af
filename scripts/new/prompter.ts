import { isCancel, select, text } from '@clack/prompts';
import { UserError } from '../../src/loader/user-error.ts';

/** Prompts for values. Tests use their own implementation. */
export interface Prompter {
  /** Prompts for a line of text; an empty one is filled in later. */
  line: (question: string) => Promise<string>;
  /** Prompts for one of several values. */
  choice: (question: string, values: readonly string[]) => Promise<string>;
}

/** Prompts on the terminal. Throws {UserError} if the user presses Ctrl-C. */
export const terminalPrompter: Prompter = {
  line: async (message) => readAnswer(await text({ message, placeholder: 'press Enter to fill it in later' })),
  choice: async (message, values) =>
    readAnswer(await select({ message, options: values.map((value) => ({ value, label: value || 'later' })), maxItems: 12 })),
};

function readAnswer(answer: string | symbol | undefined): string {
  if (isCancel(answer)) throw new UserError('cancelled: nothing was written');
  return String(answer ?? '').trim();
}
