<#
.SYNOPSIS
    Runs the Pester suite and writes how it went to a file: "passed failed skipped", then a line for each failed test.
#>
#Requires -Version 7.4
param(
    [Parameter(Mandatory)]
    [string] $ResultPath,

    [string[]] $Path = @("$PSScriptRoot/Cmdlets", "$PSScriptRoot/Module", "$PSScriptRoot/Scripts")
)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = 'Plaintext'
$run = Invoke-Pester -Configuration $configuration

$broken = $run.FailedContainers + $run.FailedBlocks
$lines = @("$($run.PassedCount) $($run.FailedCount + $broken.Count) $($run.SkippedCount)")
$lines += $run.Failed | ForEach-Object { "$($_.ExpandedPath): $($_.ErrorRecord[0])" }
$lines += $broken | ForEach-Object { "${_}: $($_.ErrorRecord[0])" }
Set-Content -LiteralPath $ResultPath -Value $lines
