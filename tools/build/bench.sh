# The benchmarks: `bench` alone for the time of each step, `bench extraction` for quality beside other extractors, `bench korean`
# for the labelled Korean pages, a line each, `bench citation` for what a citation is made of, `bench facts` for the facts of
# annotated texts.

PEERS=.tools/peers

bench() {
  need_rust
  if [ "${1:-}" = extraction ]; then
    shift
    bench_extraction "$@"
  elif [ "${1:-}" = korean ]; then
    shift
    bench_korean "$@"
  elif [ "${1:-}" = citation ]; then
    shift
    bench_citation "$@"
  elif [ "${1:-}" = facts ]; then
    shift
    bench_facts "$@"
  else
    say "Running the benchmarks"
    cargo bench --features cli --bench read -- "$@"
  fi
}

# bench_extraction [--install-peers] [--peers NAME,…] [FOLDER]…
bench_extraction() {
  if [ "${1:-}" = --install-peers ]; then
    shift
    install_peers
  fi
  say "Building the command line"
  cargo build --quiet --locked --release --features cli --bin malgeun
  say "Reading the pages (each extractor three times, the least CPU time counts)"
  cargo run --quiet --locked --features cli --example extraction -- --tools $PEERS "$@"
}

# bench_korean [--stripped] [FOLDER]…
bench_korean() {
  local folder shared=${MALGEUN_SHARED:-../shared} options=() folders=()
  for folder in "$@"; do
    if [ "$folder" = --stripped ]; then options+=(--stripped); else folders+=("$folder"); fi
  done
  if [ ${#folders[@]} = 0 ]; then folders=("$shared"/data/korean/{dev,splice,reconstructed}); fi
  [ -d "${folders[0]}" ] || die "there are no labelled pages at ${folders[0]}." "name a folder, or set MALGEUN_SHARED"
  say "Building the command line"
  cargo build --quiet --locked --release --features cli --bin malgeun
  cargo run --quiet --locked --features cli --example extraction -- --by-page "${options[@]}" "${folders[@]}"
}

# bench_citation [--wrong FIELD]… [FOLDER]…
bench_citation() {
  say "Building the command line"
  cargo build --quiet --locked --release --features cli --bin malgeun
  say "Reading the pages"
  cargo run --quiet --locked --release --features cli --example citation -- "$@"
}

# bench_facts [FOLDER]
bench_facts() {
  local folder=${1:-${MALGEUN_SHARED:-../shared}/data/facts}
  if [ ! -d "$folder" ]; then
    say "Skipped: there are no annotated texts at $folder (name a folder, or set MALGEUN_SHARED)."
    return
  fi
  say "Building the command line"
  cargo build --quiet --locked --release --features cli --bin malgeun
  say "Reading the texts"
  cargo run --quiet --locked --release --features cli --example facts -- "$folder"
  if have node; then facts_in_wasm "$folder"; else say "Skipped: the time in wasm needs Node.js."; fi
}

# The facts part by itself in the engine of Chromium: its time and its weight.
facts_in_wasm() {
  local out=.tools/facts-in-wasm
  need_node
  need_wasm_bindgen
  say "Building the facts part for wasm"
  (
    wasm_environment
    cargo build --quiet --locked --profile wasm --features without-interface --example facts_in_wasm --target $WASM_TARGET
  ) || die "the facts part did not compile for wasm." "the message of cargo stands above"
  glue_and_shrink target/$WASM_TARGET/wasm/examples/facts_in_wasm.wasm nodejs $out facts_in_wasm
  echo '{ "type": "commonjs" }' >$out/package.json
  node examples/facts_in_wasm/time.mjs $out/facts_in_wasm.js "$1"
}

# Other extractors, of the versions written down in benches/peers; no part of the product. What can't be had is left out.
install_peers() {
  mkdir -p $PEERS/bin $PEERS/node
  need_node
  say "Installing the peers of npm"
  cp benches/peers/package.json benches/peers/package-lock.json benches/peers/run.mjs $PEERS/node/
  (cd $PEERS/node && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error) ||
    say "The peers of npm could not be installed."
  say "Installing the peer of PyPI"
  cp benches/peers/run.py $PEERS/
  if have python3; then
    { python3 -m venv $PEERS/venv && $PEERS/venv/bin/pip install --quiet --requirement benches/peers/requirements.txt; } ||
      { rm -rf $PEERS/venv; say "The peer of PyPI could not be installed."; }
  else
    say "The peer of PyPI needs Python 3."
  fi
  say "Building the peers of crates.io (a few minutes)"
  if cargo build --quiet --locked --release --manifest-path benches/peers/Cargo.toml --target-dir $PEERS/target; then
    cp $PEERS/target/release/malgeun-peers $PEERS/bin/
  else
    say "The peers of crates.io could not be built."
  fi
}
