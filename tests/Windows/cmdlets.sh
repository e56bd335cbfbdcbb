# The Pester suite in PowerShell for Windows.

# lay_out_powershell: puts the packages of the runtime together as an installation has them.
lay_out_powershell() {
    local project=tests/Windows/WindowsPackages.csproj paths=$lane/packages.txt
    dotnet restore "$project" --nologo -v q && dotnet msbuild "$project" -t:WritePaths -p:PathsFile="$paths" --nologo -v:q || return 1
    mapfile -t packages < "$paths"
    runtime_version=${packages[0]} pwsh=${packages[3]}pwsh.exe pester=${packages[4]}Pester.psd1
    local root=$lane/dotnet
    if [ ! -d "$root/host/fxr/$runtime_version" ]; then
        rm -rf "$root"
        local core=$root/shared/Microsoft.NETCore.App/$runtime_version desktop=$root/shared/Microsoft.WindowsDesktop.App/$runtime_version
        mkdir -p "$core" "$desktop" "$root/host/fxr/$runtime_version"
        cp "${packages[1]}"runtimes/win-x64/{lib/net10.0,native}/* "$core"
        cp "${packages[2]}"runtimes/win-x64/{lib/net10.0,native}/* "$desktop"
        cp "$core/hostfxr.dll" "$root/host/fxr/$runtime_version"
    fi
    export DOTNET_ROOT
    DOTNET_ROOT=$(windows_path "$root")
}

# in_powershell FILE ARGUMENT...: runs a script in PowerShell for Windows. Without a terminal it ends with 0 and ran nothing.
in_powershell() {
    local command
    command=$(printf '%q ' wine "$pwsh" -NoProfile -NonInteractive -File "$@")
    script -qefc "$command" /dev/null < /dev/null
}
