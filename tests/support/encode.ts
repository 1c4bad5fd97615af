const tables = new Map<string, Map<string, number[]>>();

/** Encodes a text in an encoding of one or two bytes per character. */
export function encode(text: string, encoding: string): Uint8Array {
  if (!tables.has(encoding)) tables.set(encoding, createTable(encoding));
  return Uint8Array.from([...text].flatMap((character) => tables.get(encoding)!.get(character) ?? expectEncodable(character, encoding)));
}

/** Maps characters to their bytes by decoding every byte sequence. */
function createTable(encoding: string): Map<string, number[]> {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (...bytes: number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let first = 0; first < 256; first++) add(first);
  if (/jis|euc/.test(encoding))
    for (let first = 0x81; first < 256; first++) for (let second = 0x40; second < 256; second++) add(first, second);
  return table;
}

function expectEncodable(character: string, encoding: string): never {
  throw new Error(`"${character}" cannot be encoded in ${encoding}`);
}
