import type { SiteMetadata } from '../config/site.ts';
import { searchPath } from '../paths/paths.ts';

/** Formats the OpenSearch 1.1 description, with which browsers search the Record from the address bar. */
export const openSearch = (site: SiteMetadata) => `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>JR Record</ShortName>
  <LongName>${escapeXml(site.name)}</LongName>
  <Description>${escapeXml(site.description)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>en</Language>
  <Url type="text/html" method="get" template="${escapeXml(site.url(searchPath))}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(site.url('/opensearch.xml'))}"/>
</OpenSearchDescription>
`;

const escapeXml = (text: string) => text.replace(/[<>&"]/g, (character) => `&#${character.codePointAt(0)};`);
