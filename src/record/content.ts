import type { CollectionName, CollectionData } from '../schema/collections.ts';

/** One content file that fits its schema. */
export interface ContentFile<Name extends CollectionName> {
  /** Its id: the name of the file, or of the folder of an entry. */
  id: string;
  /** Path from the project's root, for messages. */
  file: string;
  /** Its data. */
  data: CollectionData<Name>;
  /** The text after the frontmatter; empty for YAML. */
  body: string;
}

/** Everything that was read: what the Record is built from. */
export type Content = { [Name in CollectionName]: ContentFile<Name>[] };
