/** The site as citations need it: given by the caller, since the core reads no environment and no clock. */
export interface SiteMetadata {
  /** The name under which the Record publishes: its author, container and publisher. */
  name: string;
  /** An address of the site (`/entries/tass-2026/`) as an absolute URL, under its base path. */
  url: (address: string) => string;
  /** The edition that citations name, such as `2026.1`. */
  edition: string;
  /** Day on which the edition came out, `YYYY-MM-DD`. */
  issued: string;
  /** Whether it has not come out yet. */
  inPreparation?: true;
  /** Terms of the Record's own text, as a URL. */
  license: string;
  /** What the Record is, in a sentence. */
  description: string;
  /** A picture for previews, as an absolute URL, where there is one. */
  image?: string;
}
