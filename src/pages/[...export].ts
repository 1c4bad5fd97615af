import type { APIRoute } from 'astro';
import { exportFiles } from '../exports/files.ts';
import { site } from '../components/site.ts';
import { loadEditions } from '../editions/load.ts';
import { loadRecord } from '../record/load.ts';

export async function getStaticPaths() {
  const files = exportFiles(await loadRecord(), site, await loadEditions());
  return files.map(({ path, body, type }) => ({ params: { export: path.slice(1) }, props: { body, type } }));
}

export const GET: APIRoute = ({ props }) => new Response(props['body'] as string, { headers: { 'content-type': props['type'] as string } });
