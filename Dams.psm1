# The engine for .NET 10 where PowerShell runs on it, else the one that runs everywhere.
$framework = if ([Environment]::Version.Major -ge 10) { 'net10.0' } else { 'netstandard2.0' }
$module = Join-Path $PSScriptRoot "bin/$framework/Dams.dll"
if (-not (Test-Path -LiteralPath $module)) {
    throw "Dams is not built yet. Run 'dotnet build' in $PSScriptRoot first."
}
Import-Module -Name $module -ErrorAction Stop
Export-ModuleMember -Cmdlet *
