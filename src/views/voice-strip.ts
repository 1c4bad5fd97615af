import type { StatementNode } from '../record/model.ts';
import { statementPath } from '../paths/paths.ts';
import { formatList, pluralize } from '../text/english.ts';
import { voiceOf, type Voice, type VoiceForm } from './voice.ts';

/** A cell of a strip: a statement with its voice. */
export interface VoiceCell {
  id: string;
  n: number;
  address: string;
  voice: Voice;
}

/** Returns a cell for each statement, in their order. */
export const voiceCells = (statements: readonly StatementNode[]): VoiceCell[] =>
  statements.map((statement) => ({
    id: statement.id,
    n: statement.data.n,
    address: statementPath(statement.id),
    voice: voiceOf(statement),
  }));

/** Counts cells by who speaks: “44 statements: 23 by Japanese voices, 20 by Russian voices and 1 by unnamed sources”. */
export function countVoices(cells: readonly VoiceCell[]): string {
  const counts = Map.groupBy(cells, ({ voice: { speakers } }) => (speakers.length > 1 ? 'joint' : speakers[0]!));
  const parts = Object.entries(GROUPS).flatMap(([form, words]) => {
    const count = counts.get(form as VoiceForm)?.length ?? 0;
    return count > 0 ? [`${count} by ${words}`] : [];
  });
  return `${pluralize(cells.length, 'statement')}: ${formatList(parts)}`;
}

const GROUPS: Record<VoiceForm | 'joint', string> = {
  japan: 'Japanese voices',
  russia: 'Russian voices',
  third: 'other voices',
  unnamed: 'unnamed sources',
  joint: 'joint authors of several sides',
};
