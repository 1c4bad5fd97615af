import type { TheRecord } from '../record/model.ts';
import { actorKinds, type ActorKind } from '../schema/actor.ts';
import { actorPath } from '../paths/paths.ts';
import { actorKindPlurals, sideLabels } from '../text/labels.ts';

/** The actors of one kind. */
export interface ActorGroup {
  kind: ActorKind;
  title: string;
  actors: {
    name: string;
    address: string;
    ja: string | undefined;
    ru: string | undefined;
    side: string;
    sideLabel: string;
    says: number;
    relays: number;
    spokenOf: number;
  }[];
}

/** All actors by kind, each group in filing order. */
export function actorsPage(record: TheRecord): ActorGroup[] {
  return actorKinds
    .map((kind) => ({
      kind,
      title: actorKindPlurals[kind],
      actors: record.actors
        .filter((actor) => actor.data.kind === kind)
        .map(({ id, data, statementsMade, statementsRelayed, spokenOf }) => ({
          name: data.names.en,
          address: actorPath(id),
          ja: data.names.ja,
          ru: data.names.ru,
          side: data.side,
          sideLabel: sideLabels[data.side],
          says: statementsMade.length,
          relays: statementsRelayed.length,
          spokenOf: spokenOf.length,
        })),
    }))
    .filter(({ actors }) => actors.length > 0);
}
