import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** What a server answered, with its body as it was sent. */
export interface Response {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Asks a server on loopback for a path exactly as it is written: nothing in it is resolved or encoded. */
export function sendRequest(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent, timeout: 20_000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }));
      response.on('error', reject);
    });
    asked.on('timeout', () => asked.destroy(new Error(`no answer to ${path.slice(0, 80)}`)));
    asked.on('error', reject);
    asked.end();
  });
}
