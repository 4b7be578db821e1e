# How build.sh speaks: plain short lines, and one clear sentence with the remedy when it stops.

say() { printf '%s\n' "$*"; }

# die SENTENCE [REMEDY]
die() {
  printf 'Stopped: %s\n' "$1" >&2
  [ -z "${2:-}" ] || printf 'Remedy:  %s\n' "$2" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# A fingerprint of the named files; `-` is standard input.
fingerprint() { cat "$@" | cksum | tr ' ' '-'; }

# stamped NAME FINGERPRINT: true when the step NAME was last finished with this fingerprint.
stamped() { [ "$(cat ".tools/stamps/$1" 2>/dev/null)" = "$2" ]; }
stamp() { mkdir -p .tools/stamps; printf '%s\n' "$2" > ".tools/stamps/$1"; }

# The command that makes us root, empty when we are; false when there is no way without a question.
root_command() {
  if [ "$(id -u)" = 0 ]; then printf ''; return 0; fi
  have sudo && sudo -n true 2>/dev/null && printf 'sudo'
}

# apt_install WHAT_FOR PACKAGE...
apt_install() {
  local purpose=$1 root; shift
  have apt-get || die "$purpose is missing, and this system has no apt." "install it by hand ($*), then call again"
  root=$(root_command) || die "$purpose is missing, and there are no rights to install it." "sudo apt-get install $*"
  say "Installing $purpose with apt: $*"
  mkdir -p .tools/log
  $root apt-get update -qq >.tools/log/apt 2>&1 || true
  $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>.tools/log/apt 2>&1 || {
    tail -n 3 .tools/log/apt >&2
    die "apt could not install $*." "see that there is network and that apt knows the package; all its words are in .tools/log/apt"
  }
}
