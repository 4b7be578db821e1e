// A web server on loopback for pages of tests and of `./build.sh run`, with any headers.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".xhtml": "application/xhtml+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".pdf": "application/pdf",
};

/** @typedef {{body: string | Buffer, type?: string, headers?: Record<string, string>}} Page */

/** @param {string} path of a file @returns {string} its content type */
export function typeOf(path) {
  return TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";
}

/**
 * @param {{folder?: string, pages?: Record<string, Page>}} from files below a folder, and pages by path, which come first
 * @returns {Promise<{url: (path?: string, host?: string) => string, set: (path: string, page: Page) => void, requests: string[], close: () => Promise<void>}>}
 */
export async function serve({ folder, pages = {} }) {
  const requests = [];
  const found = async (path) => {
    if (Object.hasOwn(pages, path)) return pages[path];
    if (!folder) throw new Error("not found");
    const file = join(folder, normalize(decodeURIComponent(path === "/" ? "/index.html" : path)));
    return { body: await readFile(file), type: typeOf(file) };
  };
  const server = createServer(async (request, response) => {
    requests.push(request.url);
    try {
      const { body, type = TYPES[".html"], headers = {} } = await found(new URL(request.url, "http://localhost").pathname);
      response.writeHead(200, { "content-type": type, ...headers }).end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("404");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  return {
    url: (path = "/", host = "127.0.0.1") => `http://${host}:${port}${path}`,
    set: (path, page) => void (pages[path] = page),
    requests,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}
