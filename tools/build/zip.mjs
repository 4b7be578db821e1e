// The two zip files for the stores. The same files give the same bytes: names sorted, one fixed time, no owner.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 as zlibCrc32, deflateRawSync } from "node:zlib";
import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";

/** 1980-01-01 00:00:00, the first time a zip can say: date in the high half, time in the low. */
const DOS_TIME = 0x00210000;
/** Version 2.0: deflate. */
const VERSION = 20;
/** File names are UTF-8. */
const UTF8 = 0x0800;
const DEFLATE = 8;

/** CRC-32 of ISO 3309; node has it built in from 20.15 on. */
function crc32(bytes) {
  if (zlibCrc32) return zlibCrc32(bytes);
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** All files below a folder as paths relative to it, sorted by code unit. */
function filesBelow(folder, prefix = "") {
  return readdirSync(join(folder, prefix))
    .flatMap((name) => {
      const path = prefix ? `${prefix}/${name}` : name;
      return statSync(join(folder, path)).isDirectory() ? filesBelow(folder, path) : [path];
    })
    .sort();
}

/** The fields that a file's local header and its entry in the directory share. */
function sharedFields(file) {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8, 2);
  fields.writeUInt16LE(DEFLATE, 4);
  fields.writeUInt32LE(DOS_TIME, 6);
  fields.writeUInt32LE(crc32(file.bytes), 10);
  fields.writeUInt32LE(file.packed.length, 14);
  fields.writeUInt32LE(file.bytes.length, 18);
  fields.writeUInt16LE(file.name.length, 22);
  return fields;
}

function localHeader(file) {
  return Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), sharedFields(file), file.name]);
}

function directoryEntry(file, offset) {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  const madeBy = Buffer.from([VERSION, 0]);
  return Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), madeBy, sharedFields(file), rest, file.name]);
}

function endOfDirectory(count, size, offset) {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** @param {string} folder @returns {Buffer} a zip of everything below the folder */
export function zip(folder) {
  const body = [];
  const directory = [];
  let offset = 0;
  for (const path of filesBelow(folder)) {
    const bytes = readFileSync(join(folder, path));
    const file = { name: Buffer.from(path), bytes, packed: deflateRawSync(bytes, { level: 9 }) };
    const header = localHeader(file);
    directory.push(directoryEntry(file, offset));
    body.push(header, file.packed);
    offset += header.length + file.packed.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([...body, entries, endOfDirectory(directory.length, entries.length, offset)]);
}

function writeAll() {
  const { version } = JSON.parse(readFileSync("extension/manifest.json", "utf8"));
  for (const browser of ["chrome", "firefox"]) {
    const path = `pkg/malgeun-${version}-${browser}.zip`;
    const bytes = zip(`pkg/${browser}`);
    writeFileSync(path, bytes);
    console.log(`${path}: ${bytes.length.toLocaleString("en")} bytes, sha256 ${createHash("sha256").update(bytes).digest("hex")}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeAll();
