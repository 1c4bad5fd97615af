/** What holds of every file by itself, before the rules across files are asked: checked where files are read. */
export const fileRules = [
  { id: 'content-holds-entries', description: 'There is a content folder, and it holds at least one entry.' },
  { id: 'file-has-its-place', description: 'Every file below content belongs to a collection.' },
  { id: 'id-is-plain', description: 'The name of every file, or of its folder, is an id: lower-case ASCII words joined by hyphens.' },
  { id: 'file-is-a-file', description: 'Every file is a file itself, no link.' },
  { id: 'file-is-of-sane-size', description: 'No file is larger than a megabyte.' },
  { id: 'file-is-well-formed', description: 'Every file is UTF-8 and well-formed YAML, or MDX with YAML frontmatter.' },
  {
    id: 'fields-fit-the-schema',
    description: 'Every field is one of its collection’s and holds what the schema asks for; none that is needed is missing.',
  },
] as const;

export type FileRule = (typeof fileRules)[number]['id'];
