# The engine that DAMS_FRAMEWORK names, which tests set; without it the one compiled for this system where the build made
# one, else the one for .NET 10, else the one that runs everywhere.
$folders = if ($env:DAMS_FRAMEWORK) {
    $env:DAMS_FRAMEWORK
} elseif ([Environment]::Version.Major -ge 10) {
    "net10.0-$([Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)"
    'net10.0'
} else {
    'netstandard2.0'
}
$module = $folders | ForEach-Object { Join-Path $PSScriptRoot "bin/$_/Dams.Commands.dll" } | Where-Object { Test-Path -LiteralPath $_ } |
    Select-Object -First 1
if (-not $module) {
    throw "Dams is not built yet. Run 'dotnet build' in $PSScriptRoot first."
}
# In PowerShell 7 the engine and its libraries are loaded beside those of other modules.
$loader = Join-Path ([IO.Path]::GetDirectoryName($module)) 'Dams.Loader.dll'
if (Test-Path -LiteralPath $loader) {
    [Reflection.Assembly]::LoadFrom($loader).GetType('Dams.Loader.EngineContext')::Open()
}
Import-Module -Name $module -ErrorAction Stop
Export-ModuleMember -Cmdlet *
