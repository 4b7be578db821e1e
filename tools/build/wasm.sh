# Rust to the two files of the extension: malgeun.js (glue) and malgeun_bg.wasm.

WASM_TARGET=wasm32-unknown-unknown
WASM_RAW=target/$WASM_TARGET/wasm/malgeun.wasm
WASM_OUT=.tools/wasm

# No path of the machine may be in the wasm: a panic message carries the path of its source file.
wasm_environment() {
  # Functions written into their callers: with LLVM's own limit for opt-level "s" (50) the facts part is 10 kB larger (gzip) and no
  # faster; with opt-level "z" it is 43 kB smaller and takes half as long again.
  # What is marked for it (most of the standard library) is written in up to 180 instead of 325: 6 kB (gzip) less at the same time;
  # with 120 it is 19 kB less and takes 16 % longer.
  local flags="-Cllvm-args=-inline-threshold=5 -Cllvm-args=-inlinehint-threshold=180"
  flags+=" --remap-path-prefix=$ROOT=malgeun --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags"
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER="$ROOT/.tools/bin/wasm-bindgen-test-runner"
}

build_wasm() {
  local mark
  wasm_environment
  say "Compiling the Rust core to wasm"
  cargo build --quiet --locked --profile wasm --lib --target $WASM_TARGET ||
    die "the Rust core did not compile." "the message of cargo stands above"
  mark=$(.tools/bin/wasm-bindgen --version | fingerprint - "$WASM_RAW" package-lock.json tools/build/wasm.sh)
  if stamped wasm "$mark" && [ -f $WASM_OUT/malgeun_bg.wasm ]; then return 0; fi
  say "Writing the glue and making the wasm small (wasm-bindgen, wasm-opt)"
  glue_and_shrink "$WASM_RAW" web $WASM_OUT malgeun
  ! grep -qF -e "$HOME/" -e "$ROOT/" $WASM_OUT/malgeun_bg.wasm || die "the wasm holds a path of this machine." "see RUSTFLAGS in tools/build/wasm.sh"
  stamp wasm "$mark"
}

# glue_and_shrink WASM TARGET FOLDER NAME: FOLDER/NAME.js and FOLDER/NAME_bg.wasm, and nothing else there.
# Functions of one caller are not written into it: wasm-opt would make functions of 30 kB and more, which the engine's compiler
# handles worse (facts of 2,500 characters 10 % slower) and which pack worse (facts part 3.5 kB more, gzip). Its passes run until
# nothing shrinks (2.3 kB) and follow what values can be (0.6 kB); nothing of Rust stands in the first kilobyte of the memory, the end
# of the stack, so that sums of addresses cannot wrap (2.7 kB).
glue_and_shrink() {
  rm -rf "$3"
  .tools/bin/wasm-bindgen "$1" --target "$2" --no-typescript --remove-name-section --remove-producers-section \
    --out-dir "$3" --out-name "$4"
  node node_modules/binaryen/bin/wasm-opt --one-caller-inline-max-function-size 0 --gufa -Os --converge --low-memory-unused \
    "$3/$4_bg.wasm" -o "$3/small.wasm"
  mv "$3/small.wasm" "$3/$4_bg.wasm"
}
