# fo-dicom and what it brings are loaded beside what other modules bring, and Dams as the process has it.
$loader = Join-Path $PSScriptRoot 'bin/Dams.Network.Loader.dll'
if (-not (Test-Path -LiteralPath $loader)) {
    throw "Dams.Network is not built yet: run './build.ps1 -Task Network' in its checkout, and import artifacts/Dams.Network."
}
$module = [Reflection.Assembly]::LoadFrom($loader).GetType('Dams.Network.Loader.NetworkContext')::Open()
Import-Module -Assembly $module -ErrorAction Stop
Export-ModuleMember -Cmdlet *
