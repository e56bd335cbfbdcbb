<#
.SYNOPSIS
    One of the processes of Invoke-PesterSuite: runs the test files that wait in a folder until none is left.
#>
param(
    [Parameter(Mandatory)]
    [string] $Work
)

$ErrorActionPreference = 'Stop'
Import-Module $(if ($env:DAMS_PESTER) { $env:DAMS_PESTER } else { 'Pester' }) -MinimumVersion 5.0
foreach ($waiting in Get-ChildItem -LiteralPath $Work -Filter *.waiting | Sort-Object Name) {
    $mine = [IO.Path]::ChangeExtension($waiting.FullName, '.running')
    try {
        [IO.File]::Move($waiting.FullName, $mine)
    }
    catch [IO.FileNotFoundException] {
        continue
    }
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = Get-Content -LiteralPath $mine
    $configuration.Run.PassThru = $true
    # On Windows the shares that start together all make the same key for it, and no test needs it.
    $configuration.TestRegistry.Enabled = $false
    $configuration.Output.Verbosity = 'Normal'
    $configuration.Output.RenderMode = 'Plaintext'
    $run = Invoke-Pester -Configuration $configuration
    # A test that did not come to run has no reason of its own: the file or the block that failed before it stands first.
    $tests = @($run.FailedContainers) + @($run.FailedBlocks) + @($run.Tests | Where-Object { $_.ShouldRun -or $_.Result -eq 'Skipped' })
    $rows = foreach ($test in $tests) {
        [pscustomobject]@{
            Name = if ($test.ExpandedPath) { "$($test.ExpandedPath)" } else { "$($test.Item)" }
            Result = "$($test.Result)"
            Why = if ($test.ErrorRecord) { "$($test.ErrorRecord | Select-Object -First 1)" } elseif ($test.Result -eq 'Failed') { 'what it needs failed' } else { '' }
            Seconds = [Math]::Round($test.Duration.TotalSeconds, 2)
        }
    }
    $temporary = [IO.Path]::ChangeExtension($mine, '.partial')
    ConvertTo-Json -InputObject @($rows) -Depth 3 | Set-Content -LiteralPath $temporary
    Move-Item -LiteralPath $temporary -Destination ([IO.Path]::ChangeExtension($mine, '.json'))
}
