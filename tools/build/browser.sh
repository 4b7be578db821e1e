# A Chromium that loads unpacked extensions, and a font with Hangul for its pictures.
# (Google Chrome itself no longer obeys --load-extension, so it is not taken.)

playwright_chromium() { node -p 'require("playwright-core").chromium.executablePath()' 2>/dev/null; }

# Sets CHROMIUM, or returns false.
find_chromium() {
  local name path
  if [ -n "${CHROMIUM:-}" ]; then
    [ -x "$CHROMIUM" ] || have "$CHROMIUM" || die "CHROMIUM names no program: $CHROMIUM" "set it to the path of a Chromium, or unset it"
    return 0
  fi
  for name in chromium chromium-browser; do
    path=$(command -v $name 2>/dev/null) || continue
    # Ubuntu's package of this name is only a pointer to a snap.
    "$path" --version >/dev/null 2>&1 && { CHROMIUM=$path; return 0; }
  done
  path=$(playwright_chromium)
  [ -n "$path" ] && [ -x "$path" ] && CHROMIUM=$path
}

need_chromium() {
  find_chromium && return 0
  if have apt-cache && [ "$(. /etc/os-release 2>/dev/null; echo "${ID:-}")" != ubuntu ]; then
    apt_install "Chromium with its languages" chromium chromium-l10n
  else
    say "Fetching Chromium with playwright (this system's package manager has none that runs unboxed)"
    node node_modules/playwright-core/cli.js install --with-deps chromium >/dev/null ||
      die "Chromium could not be fetched." "install a Chromium and set CHROMIUM=/path/to/it"
  fi
  find_chromium || die "Chromium was installed, but does not start." "set CHROMIUM=/path/to/chromium"
}

need_hangul_font() {
  have fc-list && [ -n "$(fc-list :lang=ko 2>/dev/null | head -n 1)" ] && return 0
  [ "$(uname)" = Linux ] || return 0
  apt_install "a font with Hangul" fontconfig fonts-noto-cjk
}
