import { expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/loader/errors.ts';

const diagnostic = {
  rule: 'a-rule',
  file: 'content/a.yaml',
  path: ['statements', 3, 'date', 'edtf'],
  line: 7,
  message: 'is wrong',
  hint: 'correct it',
};

it('formats file, line, field, message, rule and hint, and counts problems and files', () => {
  expect(formatDiagnostics([diagnostic])).toBe(
    'content/a.yaml:7 statements[3].date.edtf: is wrong (a-rule)\n    → correct it\n\n1 problem in 1 file; nothing was built.',
  );
  expect(formatDiagnostics([diagnostic, { ...diagnostic, path: [] }])).toContain('content/a.yaml:7: is wrong');
  expect(formatDiagnostics([diagnostic, { ...diagnostic, file: 'content/b.yaml' }])).toMatch(/2 problems in 2 files; nothing was built\.$/);
});

it('truncates long texts', () => {
  const long = 'a'.repeat(5000);
  expect(formatDiagnostics([{ ...diagnostic, message: long, hint: long, path: [long] }]).length).toBeLessThan(1200);
});

it('escapes characters that would break the line, change its direction or control a terminal', () => {
  const report = formatDiagnostics([
    { ...diagnostic, file: 'content/a\nb.yaml', path: ['\u202ek'], message: 'an \u001b[2J escape', hint: 'half \ud800' },
  ]);
  expect(report).toContain(String.raw`content/a\u{a}b.yaml:7 \u{202e}k: an \u{1b}[2J escape (a-rule)`);
  expect(report).toContain(String.raw`half \u{d800}`);
});
