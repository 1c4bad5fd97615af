import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Change } from './archive.ts';

/** A text inserted into the fixture archive, and the expected result: rejected by a rule, or shown without effect. */
export interface Injection {
  name: string;
  change: Change;
  text: string;
  expected: 'rejected' | 'inert';
}

const { places, texts } = parse(readFileSync(new URL('../cases/injections.yaml', import.meta.url), 'utf8')) as {
  places: { name: string; kind: 'prose' | 'body'; file: string; replace: string }[];
  texts: { name: string; text: string; times?: number; prose: Injection['expected']; body: Injection['expected'] }[];
};

/** All combinations of texts and places. */
export const injections: Injection[] = places.flatMap(({ name: place, kind, file, replace }) =>
  texts.map(({ name, text: one, times = 1, ...expected }) => {
    const text = one.repeat(times);
    // In YAML the text replaces the value. In a body it precedes a sentence; import and export need a separate line.
    const whole = kind === 'prose' ? JSON.stringify(text) : `${text}${/^(?:import|export) /.test(text) ? '\n\n' : ' '}${replace}`;
    return { name: `${name} in ${place}`, text, expected: expected[kind], change: { file, replace, with: whole } };
  }),
);
