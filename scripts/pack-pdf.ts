import { deflateSync } from 'node:zlib';

/** The number of objects in an object stream. A reader inflates a whole stream to read one object. */
const OBJECTS_PER_STREAM = 500;

/**
 * Packs the objects of a PDF from Chromium into compressed object streams with a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
 * Chromium compresses only pages and fonts, which are a fifth of a tagged file. Replaces the time of printing by a date, so that the
 * same book gives the same bytes.
 *
 * @param date `YYYY-MM-DD`
 */
export function packPdf(pdf: Buffer, date: string): Buffer {
  const text = pdf.toString('latin1').replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, `$1${date.replaceAll('-', '')}000000`);
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const [root, info] = ['Root', 'Info'].map((name) => new RegExp(`/${name} (\\d+ 0 R)`).exec(text.slice(table))?.[1]);
  const offsets = [...text.slice(table).matchAll(/^(\d{10}) \d{5} ([nf])/gm)].map(([, offset, use]) => (use === 'n' ? Number(offset) : -1));
  if (offsets.length === 0 || !root || !info) throw new Error('the PDF has no cross-reference table: Chromium writes another format');

  const ends = new Map([...offsets, table].toSorted((a, b) => a - b).map((offset, index, all) => [all[index - 1]!, offset]));
  const objects = offsets.map((offset) => (offset < 0 ? '' : text.slice(offset, ends.get(offset))));
  const numbers = objects.keys().filter((number) => offsets[number]! >= 0);
  const { streams = [], plain = [] } = Object.groupBy(numbers, (number) => (/\bstream\r?\n/.test(objects[number]!) ? 'streams' : 'plain'));

  let output = '%PDF-1.5\n%\xd3\xeb\xe9\xe1\n';
  /** Type and two fields of each object: 1, offset, 0; or 2, number of its stream, index in it. */
  const entries: number[][] = offsets.map(() => [0, 0, 0]);
  const write = (number: number, object: string) => {
    entries[number] = [1, output.length, 0];
    output += object;
  };
  for (const number of streams) write(number, objects[number]!);
  for (let from = 0; from < plain.length; from += OBJECTS_PER_STREAM) {
    const own = plain.slice(from, from + OBJECTS_PER_STREAM);
    const bodies = own.map((number) => objects[number]!.replace(/^\d+ 0 obj\s*/, '').replace(/\s*endobj\s*$/, '\n'));
    const stream = entries.length;
    let length = 0;
    const index = own.map((number, at) => `${number} ${(length += bodies[at]!.length) - bodies[at]!.length}`).join(' ') + '\n';
    own.forEach((number, at) => (entries[number] = [2, stream, at]));
    write(
      stream,
      streamObject(stream, `/Type /ObjStm /N ${own.length} /First ${index.length}`, Buffer.from(index + bodies.join(''), 'latin1')),
    );
  }
  const start = output.length;
  entries.push([1, start, 0]);
  const rows = Buffer.concat(entries.map(([type, second, third]) => Buffer.from([type!, ...bytes(second!, 4), ...bytes(third!, 2)])));
  const fields = `/Type /XRef /Size ${entries.length} /W [1 4 2] /Root ${root} /Info ${info}`;
  return Buffer.from(`${output}${streamObject(entries.length - 1, fields, rows)}startxref\n${start}\n%%EOF\n`, 'latin1');
}

/** Returns the page number of each destination of a PDF from Chromium, by the id in the HTML. */
export function pageNumbers(pdf: Buffer): Map<string, number> {
  const text = pdf.toString('latin1');
  const pages = new Map([...text.matchAll(/^(\d+) 0 obj\n<<\/Type \/Page\n/gm)].map(([, number], index) => [number!, index + 1]));
  const destinations = text.matchAll(/\/([\w-]+) \[(\d+) 0 R \/XYZ /g);
  return new Map([...destinations].map(([, id, page]) => [id!, pages.get(page!)!]));
}

function streamObject(number: number, fields: string, body: Buffer): string {
  const data = deflateSync(body, { level: 9 });
  return `${number} 0 obj\n<<${fields} /Filter /FlateDecode /Length ${data.length}>>\nstream\n${data.toString('latin1')}\nendstream\nendobj\n`;
}

/** Returns a number as bytes, the highest first. */
const bytes = (value: number, count: number) => Array.from({ length: count }, (_, index) => (value >>> (8 * (count - 1 - index))) & 0xff);
