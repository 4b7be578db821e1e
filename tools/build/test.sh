# All tests, each part to its end even if an earlier one failed, and one closing line of counts.

PASSED=0 FAILED=0 SKIPPED=0

# part TITLE COUNTER COMMAND...: runs the command, shows its words, counts with COUNTER(log, exit code).
part() {
  local title=$1 counter=$2 log code=0 began=$SECONDS
  shift 2
  say "── $title"
  log=.tools/log/$(printf '%s' "$title" | tr -c 'a-zA-Z0-9' '-')
  # In a shell of its own: `die` leaves that one, and its exit code is still a failure here.
  { ("$@") 2>&1 || { code=$?; printf '%s' "$code" >"$log.code"; }; } | tee "$log"
  code=$(cat "$log.code" 2>/dev/null || echo 0)
  rm -f "$log.code"
  "$counter" "$log" "$code"
  say "   $((SECONDS - began)) s"
}

# One check that passes or fails as a whole.
count_one() { if [ "$2" = 0 ]; then PASSED=$((PASSED + 1)); else FAILED=$((FAILED + 1)); fi; }

# add PASSED FAILED SKIPPED CODE: a part that ended badly without a failed test (it did not compile) is one failure.
add() {
  PASSED=$((PASSED + $1)) FAILED=$((FAILED + $2)) SKIPPED=$((SKIPPED + $3))
  if [ "$4" != 0 ] && [ "$2" = 0 ]; then FAILED=$((FAILED + 1)); fi
}

# `test result: ok. 12 passed; 0 failed; 1 ignored; …`, one line a binary. A test that lacks its data passes and says
# `skipped: …`: it counts as skipped.
count_cargo() {
  local sums
  sums=$(awk '/^test result:/ { for (i = 1; i < NF; i++) { if ($(i+1) ~ /^passed/) p += $i; if ($(i+1) ~ /^failed/) f += $i; if ($(i+1) ~ /^ignored/) s += $i } }
    /^---- .* stdout ----/ { told = 0 } /^skipped: / && !told { missed++; told = 1 }
    END { print p - missed, f + 0, s + missed }' "$1")
  # shellcheck disable=SC2086
  add $sums "$2"
}

# `# pass 12`, `# fail 0`, `# skipped 1` at the end of node's TAP.
count_node() {
  local sums
  sums=$(awk '/^# pass / { p = $3 } /^# (fail|cancelled) / { f += $3 } /^# skipped / { s = $3 } END { print p + 0, f + 0, s + 0 }' "$1")
  # shellcheck disable=SC2086
  add $sums "$2"
}

rust_parts() {
  part "Formatting" count_one cargo fmt --check
  part "Lints of the host" count_one cargo clippy --quiet --locked --all-targets --all-features -- -D warnings
  part "Lints of the wasm" count_one cargo clippy --quiet --locked --lib --target $WASM_TARGET -- -D warnings
  part "Rust tests" count_cargo cargo test --quiet --locked --all-features --no-fail-fast -- --show-output
  part "Wasm tests" count_cargo cargo test --locked --target $WASM_TARGET --test wasm
}

browser_parts() {
  build && need_chromium && need_hangul_font && export CHROMIUM &&
    node --test --test-concurrency=1 --test-timeout=300000 --test-reporter=tap tests/browser/*.test.mjs
}

run_all_tests() {
  mkdir -p .tools/log
  need_rust
  need_node
  need_wasm_bindgen
  wasm_environment
  rust_parts
  part "Chromium" count_node browser_parts
  if [ $SKIPPED = 0 ]; then say "$PASSED passed, $FAILED failed"; else say "$PASSED passed, $FAILED failed, $SKIPPED skipped"; fi
  [ $FAILED = 0 ]
}
