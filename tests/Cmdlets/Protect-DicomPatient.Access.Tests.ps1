BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $in = "$TestDrive/in/Sonderling"
    $value = @{ PatientName = 'Sonderling^Xaver' }
    $closedFile = New-TestDicom "$in/Xaver.dcm" $value
    $closedFolder = Split-Path (New-TestDicom "$in/closed/1.dcm" $value)
    $null = New-TestDicom "$in/open/2.dcm" $value
    $null = New-ProtectionKey "$TestDrive/key"
    $null = New-ProtectionKey "$TestDrive/closed.key"
    $closedOut = New-Item -ItemType Directory "$TestDrive/closed"

    $script = "$TestDrive/access.ps1"
    Set-Content $script @'
param($module, $in, $base)
Import-Module $module
function Get-Outcome([scriptblock] $Work) {
    $all = try { & $Work 2>&1 } catch { $_ }
    $errors = @($all | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
    [pscustomobject]@{
        Results = @($all | Where-Object { $_ -isnot [Management.Automation.ErrorRecord] }).Count
        Errors = @($errors | ForEach-Object { $_.FullyQualifiedErrorId -replace ',.*' })
        Text = "$($errors | ForEach-Object { "$_ $($_.CategoryInfo) $($_.TargetObject)" })"
    }
}
[pscustomobject]@{
    Source = Get-Outcome { Protect-DicomPatient $in -Destination "$base/out" -KeyPath "$base/key" }
    Elements = Get-Outcome { Get-DicomElement $in PatientSex }
    Destination = Get-Outcome { Protect-DicomPatient "$in/open" -Destination "$base/closed/out" -KeyPath "$base/key" }
    Key = Get-Outcome { Protect-DicomPatient "$in/open" -Destination "$base/never" -KeyPath "$base/closed.key" }
    NewKey = Get-Outcome { New-ProtectionKey "$base/closed/key" }
    Map = Get-Outcome { Protect-DicomPatient "$in/open" -Destination "$base/mapped" -KeyPath "$base/key" | Export-SubjectMap "$base/closed/map.csv" }
} | ConvertTo-Json
'@

    # Root may read and write everything, unless it gives that up.
    $arguments = @((Get-Process -Id $PID).Path, '-NoProfile', '-NonInteractive', '-File', $script, "$repository/Dams.psd1", $in, "$TestDrive")
    if (-not $IsWindows -and (id -u) -eq 0) {
        $rights = '-dac_override,-dac_read_search'
        $arguments = @('setpriv', "--bounding-set=$rights", "--inh-caps=$rights") + $arguments
    }
    if (-not $IsWindows -and (Get-Command $arguments[0] -CommandType Application -ErrorAction Ignore)) {
        chmod 000 $closedFile.FullName $closedFolder "$TestDrive/closed.key"
        chmod 500 $closedOut.FullName
        $command, $rest = $arguments
        $outcome = & $command @rest | Out-String | ConvertFrom-Json
        chmod 700 $closedFolder $closedOut.FullName
    }
}

Describe 'Where this account may not go' {
    BeforeEach {
        if (-not $outcome) {
            Set-ItResult -Skipped -Because 'taking rights away needs chmod, and setpriv where root runs the tests'
        }
    }

    It 'a file and a folder of the source are an error each, and the others come out' {
        $outcome.Source.Errors | Should -Be 'UnreadableFolder', 'UnreadableFile'
        $outcome.Source.Results | Should -Be 1
        Get-ChildItem "$TestDrive/out" -Recurse -File | Should -HaveCount 1
        $outcome.Source.Text | Should -BeLike '*access is denied*'
        $outcome.Source.Text | Should -Not -Match 'Sonderling|Xaver'
    }

    It 'Get-DicomElement tells the same' {
        $outcome.Elements.Errors | Should -Be 'UnreadableFolder', 'UnreadableFile'
        $outcome.Elements.Results | Should -Be 1
        $outcome.Elements.Text | Should -Not -Match 'Sonderling|Xaver'
    }

    It 'a destination stops the run and stays empty' {
        $outcome.Destination.Errors | Should -Be 'UnwritableDestination'
        $outcome.Destination.Results | Should -Be 0
        Get-ChildItem $closedOut -Force | Should -BeNullOrEmpty
    }

    It 'a key stops the run before there is a destination' {
        $outcome.Key.Errors | Should -Be 'UnreadableKey'
        $outcome.Key.Results | Should -Be 0
        "$TestDrive/never" | Should -Not -Exist
    }

    It 'a new key and a map are not written' {
        $outcome.NewKey.Errors | Should -Be 'UnwritableKey'
        $outcome.Map.Errors | Should -Be 'UnwritableSubjectMap'
        Get-ChildItem $closedOut -Force | Should -BeNullOrEmpty
    }
}
