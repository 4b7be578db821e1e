// The weights of the taggers of names, one for each language: files of the extension itself, read once for each reader. This is
// the only script that reads files, and it can read no others.

/** @returns {Promise<Uint8Array[]>} those that can be read: without one, the rules alone name people in that language */
export async function names() {
  return (await Promise.all([korean(), english()].map(bytes))).filter(Boolean);
}

const korean = () => fetch(new URL("names-ko.bin", import.meta.url));
const english = () => fetch(new URL("names-en.bin", import.meta.url));

async function bytes(answer) {
  try {
    return new Uint8Array(await (await answer).arrayBuffer());
  } catch {
    return undefined;
  }
}
