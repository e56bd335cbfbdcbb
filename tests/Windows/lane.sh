# What the parts of the lane share. Everything is made under artifacts/windows; the wine prefix there is kept.

lane=$PWD/artifacts/windows
passed=0 failed=0 skipped=0
failures=()

export WINEPREFIX=$lane/prefix WINEDEBUG=-all
# Without it PowerShell ends in wine with a fault of memory.
export DOTNET_EnableWriteXorExecute=0
export DOTNET_CLI_TELEMETRY_OPTOUT=1 POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off NO_COLOR=1

start_lane() {
    mkdir -p "$lane"
    work=$(mktemp -d "$lane/work.XXXXXX")
    trap 'wineserver -k; chmod -R u+rwX "$work" 2> /dev/null; rm -rf "$work"' EXIT
    if [ ! -f "$WINEPREFIX/.dams-ready" ]; then
        wineboot -i > /dev/null 2>&1
        wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f > /dev/null 2>&1
        wineserver -w
        touch "$WINEPREFIX/.dams-ready"
    fi
    # One server for all that follows: a new one for each program takes seconds.
    wineserver -p
    dotnet build src/Dams.Cli --nologo -v q || exit 1
    dotnet publish src/Dams.Cli -r win-x64 --self-contained -p:PublishAot=false -o "$lane/dams" --nologo -v q || exit 1
    linux_dams=$PWD/$(ls -t src/Dams.Cli/bin/*/net10.0/dams | head -1)
    windows_dams=$lane/dams/dams.exe
}

# The failures stand at the end again: of a long output often only the last lines are kept.
end_lane() {
    [ "$failed" -eq 0 ] || printf 'failed: %s\n' "${failures[@]}"
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

pass() { passed=$((passed + 1)); echo "  passed: $1"; }
fail() { failed=$((failed + 1)); failures+=("$1${2:+: $(head -1 <<< "$2" | cut -c 1-300)}"); echo "  FAILED: $1"; [ $# -lt 2 ] || sed 's/^/    /' <<< "$2" | head -20; }
skip() { skipped=$((skipped + 1)); echo "  skipped: $1"; }

# Output goes to a file: the services of wine hold a pipe open for longer than the program that they serve.

# check NAME COMMAND...: passes when the command ends with 0.
check() {
    local name=$1
    shift
    if "$@" > "$work/output" 2>&1; then pass "$name"; else fail "$name" "$(< "$work/output")"; fi
}

# same NAME A B: passes when two files or trees are the same, bytes and names.
same() { check "$1" diff -rq "$2" "$3"; }

# says NAME CODE PATTERN COMMAND...: passes when the command ends so and its output holds the pattern.
says() {
    local name=$1 code=$2 pattern=$3 actual=0
    shift 3
    "$@" > "$work/output" 2>&1 || actual=$?
    if [ "$actual" -eq "$code" ] && grep -qE "$pattern" "$work/output"; then
        pass "$name"
    else
        fail "$name" "ended with $actual: $(< "$work/output")"
    fi
}

# The path of Windows for one of Linux.
windows_path() { sed 's|^|Z:|; s|/|\\|g' <<< "$1"; }

on_linux() { "$linux_dams" "$@"; }
on_windows() { wine "$windows_dams" "$@"; }
