import { styleText } from 'node:util';
import type { Report } from './report.ts';

/** How a sheet is set. */
export interface PrintOptions {
  /** Characters to a line. */
  width: number;
  /** Whether words are set off by colour and weight. */
  colour: boolean;
}

const LABEL = 13;

/** A sheet as text for a terminal, ended by a line break. */
export function printReport({ title, what, file, address, facts, parts }: Report, { width, colour }: PrintOptions): string {
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const lines = [
    ...wrapText(title, width).map((line) => style('bold', line)),
    `${what} · ${style('dim', `${file} · ${address}`)}`,
    ...(facts.length > 0 ? [''] : []),
    ...facts.flatMap(([label, value]) =>
      wrapText(value, width - LABEL).map((line, index) => style('dim', (index === 0 ? label : '').padEnd(LABEL)) + line),
    ),
  ];
  for (const { heading, lines: items } of parts) {
    lines.push('', style('bold', `${heading} (${items.length})`));
    for (const { id, details, text } of items) {
      lines.push(`  ${style('cyan', id)}${details ? style('dim', `${id && ' · '}${details}`) : ''}`);
      lines.push(...wrapText(text, width - 4).map((line) => `    ${line}`));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Breaks a text between words, so that no line is longer than a width, but for a word that is. */
export function wrapText(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)!;
    if (last && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}
