import type { EntryNode, SpeakerNode, StatementNode } from '../record/model.ts';
import { formatList, numberToWords } from '../text/english.ts';

/** Maximum number of voices of an article that its first sentence names. */
const MAX_NAMED = 2;

/** Returns who speaks in an article: “Of 33 statements, 18 are by Taisuke Abiru, all passed on by TASS, 10 by TASS and 5 by three other voices.” */
export function whoseVoice({ statements }: EntryNode): string {
  const groups = [...Map.groupBy(statements, ({ speakers }) => namesOf(speakers))].toSorted(([, a], [, b]) => b.length - a.length);
  const named = groups.length === MAX_NAMED + 1 ? groups : groups.slice(0, MAX_NAMED);
  const others = groups.slice(named.length);
  const rest = others.reduce((sum, [, { length }]) => sum + length, 0);
  const parts = [
    ...named.map(
      ([names, group], index) =>
        `${group.length} ${index === 0 ? `${group.length === 1 ? 'is' : 'are'} ` : ''}by ${names}${relayOf(group)}`,
    ),
    ...(rest > 0 ? [`${rest} by ${numberToWords(others.length)} other voices`] : []),
  ];
  return `Of ${statements.length} statement${statements.length === 1 ? '' : 's'}, ${formatList(parts)}.`;
}

/** Who passes the statements of a voice on, if it is always or sometimes the same. */
function relayOf(group: readonly StatementNode[]): string {
  const relayed = group.filter(({ via }) => via.length > 0);
  const outlets = [...new Set(relayed.map(({ via }) => namesOf(via.at(-1)!)))];
  if (outlets.length !== 1) return relayed.length > 0 ? ` (${relayed.length} passed on)` : '';
  return relayed.length === group.length
    ? ` (${group.length > 1 ? 'all ' : ''}passed on by ${outlets[0]})`
    : ` (${relayed.length} passed on by ${outlets[0]})`;
}

const namesOf = (voices: readonly SpeakerNode[]) => formatList(voices.map(({ actor, unnamed }) => actor?.data.names.en ?? unnamed ?? ''));
