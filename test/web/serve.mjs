// A small web server, on this machine's own address only.
import http from 'node:http';

/** @typedef {{ type: string, content: string | Buffer }} Answer */

/**
 * @param {(path: string) => Answer | undefined} answer What lies at a path, if anything does.
 * @param {Record<string, string>} [headers] With every answer.
 * @returns {Promise<{ port: number, close: () => void }>}
 */
export async function serve(answer, headers = {}) {
  const server = http.createServer((request, response) => {
    const found = answer(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    if (found === undefined) {
      response.writeHead(404, headers).end();
    } else {
      response.writeHead(200, { ...headers, 'content-type': found.type }).end(found.content);
    }
  });
  await new Promise((/** @type {(value?: undefined) => void} */ resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
