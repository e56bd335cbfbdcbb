# The Pester suite in PowerShell for Windows.

# The tests that there were when this was written, those that are skipped too. PowerShell that runs nothing ends with 0.
least_tests=810

# paths_of PROJECT NAME: restores packages and writes where they are to a file, a line each.
paths_of() {
    dotnet restore "$1" --nologo -v q > "$work/restore" 2>&1 &&
        dotnet msbuild "$1" -t:WritePaths -p:ForWindows=true -p:PathsFile="$lane/$2" --nologo -v:q >> "$work/restore" 2>&1
}

# lay_out_powershell: puts the packages of the runtime together as an installation has them.
lay_out_powershell() {
    paths_of tools/Dams.PowerShell powershell.txt && paths_of tests/Windows/WindowsRuntime.csproj runtime.txt || return 1
    mapfile -t powershell < "$lane/powershell.txt"
    mapfile -t runtime < "$lane/runtime.txt"
    local root=$lane/dotnet version=${runtime[0]}
    local core=$root/shared/Microsoft.NETCore.App/$version desktop=$root/shared/Microsoft.WindowsDesktop.App/$version
    if [ ! -f "$root/host/fxr/$version/hostfxr.dll" ]; then
        rm -rf "$root"
        mkdir -p "$core" "$desktop" "$root/host/fxr/$version"
        cp -r "${runtime[1]}"runtimes/win-x64/lib/net10.0/. "${runtime[1]}"runtimes/win-x64/native/. "$core"
        cp -r "${runtime[2]}"runtimes/win-x64/lib/net10.0/. "${runtime[2]}"runtimes/win-x64/native/. "$desktop"
        cp "$core/hostfxr.dll" "$root/host/fxr/$version"
    fi
    DOTNET_ROOT_WINDOWS=$(windows_path "$root")
}

# in_powershell FILE ARGUMENT...: runs a script in PowerShell for Windows, which needs a terminal.
in_powershell() {
    local command
    command=$(printf '%q ' env "DOTNET_ROOT=$DOTNET_ROOT_WINDOWS" wine "${powershell[0]}win/pwsh.exe" -NoProfile -NonInteractive -File "$@")
    script -qefc "$command" /dev/null < /dev/null
}

# run_suite: every file of tests in one of several PowerShells at a time; results are in $work/pester.
run_suite() {
    local number=100 file share
    mkdir -p "$work/pester"
    for file in $(ls -S tests/{Cmdlets,Module,Scripts}/*.Tests.ps1); do
        windows_path "$PWD/$file" | tr -d '\n' > "$work/pester/$number.waiting"
        number=$((number + 1))
    done
    DAMS_PESTER=$(windows_path "${powershell[1]}") DAMS_COMMAND=$(windows_path "$windows_dams")
    export DAMS_PESTER DAMS_COMMAND
    local shares=()
    for ((share = 1; share <= ($(nproc) < 4 ? $(nproc) : 4); share++)); do
        in_powershell "$(windows_path "$PWD/tests/Support/Invoke-PesterShare.ps1")" -Work "$(windows_path "$work/pester")" \
            > "$lane/pester-$share.log" 2>&1 &
        shares+=($!)
    done
    wait "${shares[@]}"
}

# result_lines: "RESULT<tab>NAME<tab>WHY" for each test.
result_lines() {
    cat "$work"/pester/*.json | tr -d '\r' | sed -n -E 's/^ *"(Name|Result|Why)": "(.*)",?$/\1 \2/p' |
        awk '/^Name/ { name = substr($0, 6) } /^Result/ { result = substr($0, 8) } /^Why/ { print result "\t" name "\t" substr($0, 5) }'
}

if ! lay_out_powershell; then
    skip "the cmdlets: no PowerShell for Windows from NuGet ($(tail -1 "$work/restore"))"
elif [ ! -f bin/net10.0/Dams.Commands.dll ]; then
    fail 'the cmdlets: the module is not built'
else
    run_suite
    for running in "$work"/pester/*.{running,waiting}; do
        [ ! -f "$running" ] || [ -f "${running%.*}.json" ] || fail "ended before its end: $(< "$running")"
    done
    count=0
    while IFS=$'\t' read -r result name why; do
        count=$((count + 1))
        case $result in
            Passed) passed=$((passed + 1)) ;;
            Failed)
                reason=$(grep -F "$name"$'\t' tests/Windows/not-in-wine.tsv | cut -f 2)
                if [ -n "$reason" ]; then skip "$name: $reason"; else fail "$name" "$why"; fi
                ;;
            *) skipped=$((skipped + 1)) ;;
        esac
    done < <(result_lines)
    if [ "$count" -ge "$least_tests" ]; then
        pass "the suite ran: $count tests"
    else
        fail "the suite did not run: $count tests, and there were $least_tests"
    fi
fi
