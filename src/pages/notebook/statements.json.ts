import { siteMetadata } from '../../config/site';
import { loadRecord } from '../../loader/load-record';
import type { CollectedStatements } from '../../notebook/notebook';
import { collectedStatement } from '../../views/citing';

/** Publishes all statements, withdrawn ones too, for the notebook. */
export function GET(): Response {
  const record = loadRecord();
  const site = siteMetadata(record);
  const statements = [...record.statements, ...record.withdrawn].map((statement) => collectedStatement(statement, site));
  return Response.json({ site: site.name, edition: site.edition, statements } satisfies CollectedStatements);
}
