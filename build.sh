#!/usr/bin/env bash
# Everything a person or CI does with Malgeun. Each word sets up what it needs first.
set -euo pipefail
cd "$(dirname "$0")"
ROOT=$PWD

usage() {
  cat <<'TEXT'
./build.sh [word]

  build             the extension, loadable unpacked: pkg/chrome and pkg/firefox (default)
  run [URL|FILE]    build, start Chromium with the extension, open the page (default: the demo) and the reader on it
  test              formatting, lints, Rust tests, wasm tests, tests in a real Chromium
  bench             the benchmarks
  bench extraction [--install-peers] [--peers NAME,…] [FOLDER]…
                    quality and CPU time over labelled pages, beside other extractors (default: the fixtures)
  bench korean [--stripped] [FOLDER]…
                    a line for each labelled Korean page: body, lines left, paragraphs lost, head
  bench citation [--wrong FIELD]… [FOLDER]…
                    title, author, date and site read off labelled pages; agreement with citeproc-js; time of a citation
  bench facts [FOLDER]
                    facts of annotated texts by kind, what others reach beside them, time per 1,000 characters
  package           build, then the two zip files for the stores: pkg/*.zip
  clean             remove what the words above have made

Environment: CHROMIUM=/path/to/chromium uses that browser.
TEXT
}

for part in say setup browser wasm test bench; do
  # shellcheck source=/dev/null
  . "tools/build/$part.sh"
done

build() {
  need_rust
  need_node
  need_wasm_bindgen
  build_wasm || return
  node tools/build/assemble.mjs || return
  # `build && …` turns `set -e` off, so what fails here says so itself.
  node tools/build/size.mjs || return
  say "Done: pkg/chrome and pkg/firefox can be loaded unpacked."
}

run() {
  build
  need_chromium
  need_hangul_font
  node tools/run.mjs "$CHROMIUM" "$@"
}

package() {
  build
  node tools/build/zip.mjs
}

clean() {
  say "Removing pkg/, target/, .tools/stamps, .tools/log and tests/browser/shots."
  say "Kept: .tools/bin (wasm-bindgen) and node_modules; remove them by hand to set up anew."
  rm -rf pkg target .tools/stamps .tools/log tests/browser/shots
}

word=${1:-build}
[ $# -gt 0 ] && shift
case $word in
  build | package | clean) [ $# -eq 0 ] || die "\`$word\` takes no further words; found: $*" "./build.sh $word"; "$word" ;;
  run | bench) "$word" "$@" ;;
  test) [ $# -eq 0 ] || die "\`test\` takes no further words; found: $*" "./build.sh test"; run_all_tests ;;
  help | -h | --help) usage ;;
  *) usage >&2; die "there is no word \`$word\`" "./build.sh help lists the words" ;;
esac
