import { createHash } from 'node:crypto';

/** Returns the SHA-256 of bytes, or of a text as UTF-8. */
export const sha256 = (data: string | Uint8Array, encoding: 'hex' | 'base64' = 'hex') => createHash('sha256').update(data).digest(encoding);
