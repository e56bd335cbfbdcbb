<#
.SYNOPSIS
    Runs the Pester suite and writes how it went to a file: "passed failed skipped", then a line for each failed test.
.DESCRIPTION
    Several processes share the test files, each with a session of its own: what a test does to its process touches no
    other. The tests that were skipped, with their reasons, and the time of each file are written beside the result.
.PARAMETER ThrottleLimit
    The number of processes.
.NOTES
    DAMS_PESTER names the Pester module to use, or its manifest; without it the newest that is installed is used.
#>
#Requires -Version 7.4
param(
    [Parameter(Mandatory)]
    [string] $ResultPath,

    [string[]] $Path = @("$PSScriptRoot/Cmdlets", "$PSScriptRoot/Module", "$PSScriptRoot/Scripts"),

    [int] $ThrottleLimit = [Math]::Min([Environment]::ProcessorCount, 4)
)

$ErrorActionPreference = 'Stop'
$work = New-Item -ItemType Directory -Path (Join-Path ([IO.Path]::GetTempPath()) "dams-pester-$([guid]::NewGuid())")
try {
    # What starts other processes takes longest and comes first, so that no process begins a long file when the others end.
    $files = Get-ChildItem -Path $Path -Filter *.Tests.ps1 -Recurse |
        Sort-Object { $_.Directory.Name -eq 'Scripts' }, Length -Descending
    $number = 0
    foreach ($file in $files) {
        Set-Content -LiteralPath "$work/$('{0:d3}' -f $number++).waiting" -Value $file.FullName
    }
    $pwsh = (Get-Process -Id $PID).Path
    $start = @(if ([IO.Path]::GetFileNameWithoutExtension($pwsh) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' })
    1..$ThrottleLimit | ForEach-Object -ThrottleLimit $ThrottleLimit -Parallel {
        $ErrorActionPreference = 'Continue'
        & $using:pwsh @using:start -NoProfile -NonInteractive -File "$using:PSScriptRoot/Support/Invoke-PesterShare.ps1" -Work $using:work 2>&1 |
            ForEach-Object { "$_" }
    }

    $tests = @($files | ForEach-Object -Begin { $number = 0 } {
        $result = "$work/$('{0:d3}' -f $number++).json"
        if (Test-Path $result) {
            Get-Content -LiteralPath $result -Raw | ConvertFrom-Json
        }
        else {
            [pscustomobject]@{ Name = $_.Name; Result = 'Failed'; Why = 'The process that ran this file did not come to its end.'; Seconds = 0 }
        }
    })
    $passed, $failed, $skipped = foreach ($result in 'Passed', 'Failed', 'Skipped') {
        , @($tests | Where-Object Result -EQ $result)
    }
    $lines = @("$($passed.Count) $($failed.Count) $($skipped.Count)") + ($failed | ForEach-Object { "$($_.Name): $($_.Why)" })
    Set-Content -LiteralPath $ResultPath -Value $lines
    $tests | Export-Csv -LiteralPath ([IO.Path]::ChangeExtension($ResultPath, '.csv'))
}
finally {
    Remove-Item -LiteralPath $work -Recurse -Force -ErrorAction Ignore
}
