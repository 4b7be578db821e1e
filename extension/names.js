// The weights of the tagger of Korean names: a file of the extension itself, read once for each reader. This is the only script
// that reads a file, and it can read no other.

/** @returns {Promise<Uint8Array | undefined>} nothing where the file can't be read: then the rules alone name people */
export async function names() {
  try {
    const answer = await fetch(new URL("names.bin", import.meta.url));
    return new Uint8Array(await answer.arrayBuffer());
  } catch {
    return undefined;
  }
}
