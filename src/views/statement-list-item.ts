import { sayDate } from '../dates/format.ts';
import type { StatementNode, VoiceNode } from '../record/model.ts';
import { actorAddress, entryAddress, statementAddress } from '../paths/paths.ts';
import { kindLabels, sayLocators } from '../text/labels.ts';

/** A voice as a reader meets it: a linked name, or the article's description of one it does not name. */
export interface VoiceLine {
  name: string;
  address?: string;
  side?: string;
}

/** A statement as a line of a list. */
export interface StatementLine {
  id: string;
  n: number;
  /** `s11`: the anchor on its entry's page. */
  anchor: string;
  address: string;
  text: string;
  kind: string;
  kindLabel: string;
  speakers: VoiceLine[];
  via: VoiceLine[];
  entry: { label: string; address: string };
  /** Passages in words. */
  locators: string;
  /** When it happened, in words; undefined where no date is known. */
  date?: string;
  condition?: string;
  /** Until when, for a forecast, in words. */
  horizon?: string;
}

/** A statement as a line of a list. */
export function statementLine(statement: StatementNode): StatementLine {
  const { data, entry } = statement;
  const horizon =
    data.horizon &&
    (data.horizon.edtf ? sayDate(data.horizon.edtf, data.horizon.basis) : data.horizon.wording && `“${data.horizon.wording}”`);
  return {
    id: statement.id,
    n: data.n,
    anchor: `s${data.n}`,
    address: statementAddress(statement.id),
    text: data.text,
    kind: data.kind,
    kindLabel: kindLabels[data.kind],
    speakers: statement.speakers.map(voiceLine),
    via: statement.via.map(voiceLine),
    entry: { label: entry.data.label, address: entryAddress(entry.id) },
    locators: sayLocators(data.at),
    ...(data.date.edtf && { date: sayDate(data.date.edtf, data.date.basis) }),
    ...(data.condition && { condition: data.condition }),
    ...(data.kind === 'forecast' && { horizon: horizon || 'none given' }),
  };
}

export function voiceLine(voice: VoiceNode): VoiceLine {
  if (!voice.actor) return { name: voice.unnamed };
  const { id, data } = voice.actor;
  return { name: data.names.en, address: actorAddress(id), side: data.side };
}
