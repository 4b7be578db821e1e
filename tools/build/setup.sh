# Set-up of Rust, Node and wasm-bindgen. Every function returns at once when its thing is there.

NODE_MIN=20
export CARGO_TERM_PROGRESS_WHEN=${CARGO_TERM_PROGRESS_WHEN:-never}

toml_value() { sed -n "s/^$2 *= *\"\\(.*\\)\".*/\\1/p" "$1" | head -n 1; }

need_rust() {
  local wanted found
  wanted=$(toml_value rust-toolchain.toml channel)
  have cargo || die "Rust is missing." "install it from https://rustup.rs, then open a new shell"
  have cc || apt_install "a C compiler (Rust links with it)" gcc libc6-dev
  if have rustup; then
    need_toolchain "$wanted"
  else
    found=$(rustc --version | cut -d ' ' -f 2)
    [ "$found" = "$wanted" ] || die "Rust $wanted is needed, found $found." "install rustup from https://rustup.rs; it follows rust-toolchain.toml"
  fi
}

need_toolchain() {
  local wanted=$1
  if ! rustup toolchain list | grep -q "^$wanted-"; then
    say "Installing Rust $wanted"
    rustup toolchain install "$wanted" --profile minimal --component rustfmt --component clippy --no-self-update ||
      die "Rust $wanted could not be installed." "see that there is network: rustup toolchain install $wanted"
  fi
  if ! rustup target list --installed --toolchain "$wanted" | grep -q '^wasm32-unknown-unknown$'; then
    say "Adding the target wasm32-unknown-unknown"
    rustup target add wasm32-unknown-unknown --toolchain "$wanted" ||
      die "the wasm32 target could not be added." "see that there is network: rustup target add wasm32-unknown-unknown --toolchain $wanted"
  fi
  rustup component list --installed --toolchain "$wanted" | grep -q '^clippy' ||
    rustup component add rustfmt clippy --toolchain "$wanted" ||
    die "rustfmt and clippy could not be added." "see that there is network: rustup component add rustfmt clippy --toolchain $wanted"
}

need_node() {
  local major mark
  have node || die "Node is missing." "install Node $NODE_MIN or newer: https://nodejs.org"
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge "$NODE_MIN" ] || die "Node $NODE_MIN or newer is needed, found $(node --version)." "https://nodejs.org"
  have npm || die "npm is missing." "it comes with Node: https://nodejs.org"
  mark=$(fingerprint package-lock.json)
  if stamped npm "$mark" && [ -d node_modules/binaryen ] && [ -d node_modules/playwright-core ]; then return 0; fi
  say "Fetching the build and test tools with npm"
  npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error ||
    die "npm could not fetch the tools of package-lock.json." "see that there is network, then call again"
  stamp npm "$mark"
}

# The two programs of exactly the version of the crate, built under a lock file of their own (tools/wasm-bindgen).
need_wasm_bindgen() {
  local crate program source=tools/wasm-bindgen mark
  crate=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/version = |"/, ""); print }' Cargo.lock)
  mark=$(rustc --version | fingerprint - $source/Cargo.toml $source/Cargo.lock $source/src/bin/*.rs)
  if ! stamped wasm-bindgen "$mark" || [ ! -x .tools/bin/wasm-bindgen ]; then build_wasm_bindgen "$source"; stamp wasm-bindgen "$mark"; fi
  program=$(.tools/bin/wasm-bindgen --version | cut -d ' ' -f 2)
  [ "$crate" = "$program" ] ||
    die "the crate wasm-bindgen is $crate (Cargo.lock), the program is $program (tools/wasm-bindgen)." \
      "set the same exact version in Cargo.toml and tools/wasm-bindgen/Cargo.toml, then \`cargo update -w\` in both"
}

build_wasm_bindgen() {
  say "Building wasm-bindgen (once; about a minute)"
  cargo build --quiet --locked --bins --manifest-path "$1/Cargo.toml" --target-dir .tools/target ||
    die "wasm-bindgen could not be built." "see that there is network; the message of cargo stands above"
  mkdir -p .tools/bin
  cp .tools/target/debug/wasm-bindgen .tools/target/debug/wasm-bindgen-test-runner .tools/bin/
  rm -rf .tools/target
}
