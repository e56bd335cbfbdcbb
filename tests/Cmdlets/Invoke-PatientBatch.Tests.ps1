BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $left = 'Muster', 'Erika', 'MRN-4711', '4711', '19520817', '2024-03-12', 'Beispiel'

    function Write-Recording([string] $Path) {
        $in = & "$PSScriptRoot/../Support/New-TestSegmentation.ps1" $Path
        $logs = @{ Name = 'Plan_1'; Structure = 'Lession'; Masks = 'SeriesNo_3'; Source = '1.2.3.1' },
            @{ Name = 'AblationValidation_1'; Structure = 'AblationZone'; Masks = 'SeriesNo_4'; Source = '1.2.3.2' }
        foreach ($log in $logs) {
            Set-Content -LiteralPath "$($in.Masks)/$($log.Name).xml" @"
<?xml version="1.0" encoding="UTF-8"?>
<Eagles time="2024-03-12_10-15-00 10.48.12">
  <PatientData seriesID="$($log.Source)" seriesNumber="3" seriesPath="C:\Pat_Muster Erika" patientID="MRN-4711" />
  <CTInfo operator="Beispiel" />
  <Trajectories><Trajectory><Segmentation StructureType="$($log.Structure)"><Path>\Segmentations\$($log.Masks)\SegmentationNo_0</Path><SeriesUID>$($log.Source)</SeriesUID></Segmentation></Trajectory></Trajectories>
</Eagles>
"@
        }
        $in
    }

    $in = Write-Recording "$TestDrive/in/Muster"
    $before = Get-TreeHash "$TestDrive/in"
    $row = [pscustomobject]@{ Patient_Dir_Paths = "$TestDrive/in/Muster"; MRN = 'MRN-4711'; subj = 'S-7'; Patient_Name = 'Anon^Seven'; Date_of_Birth = '1960-02-03' }
    $result = $row | Invoke-PatientBatch -Destination "$TestDrive/out" -KeyPath $key -ExportMap "$TestDrive/map.csv" -WarningVariable told -WarningAction SilentlyContinue
}

Describe 'Invoke-PatientBatch' {
    It 'gives one result for a patient' {
        $result | Should -HaveCount 1
        $result | Should -BeOfType 'Dams.PatientResult'
        $result.Subject, $result.SeriesCount, $result.InstanceCount, $result.SegmentationCount, $result.LinkedCount, $result.XmlCount, $result.FailedCount |
            Should -Be @('S-7', 4, 12, 2, 2, 2, 0)
        $result.Problem | Should -BeNullOrEmpty
        $told | Should -BeNullOrEmpty
    }

    It 'leaves nothing of the patient in the output, and the source as it was' {
        Find-FileWith "$TestDrive/out" $left | Should -BeNullOrEmpty
        Find-PartialFile "$TestDrive/out" | Should -BeNullOrEmpty
        Get-TreeHash "$TestDrive/in" | Should -Be $before
        "$result" | Should -Not -Match '4711|Muster'
    }

    It 'is found clean by the audit' {
        Find-PatientIdentifier "$TestDrive/out" -SubjectMap "$TestDrive/map.csv" -ReferencePath "$TestDrive/in" | Should -BeNullOrEmpty
    }

    It 'links each mask with its source and its partner, whatever the folders are called' {
        Copy-Item "$TestDrive/out" "$TestDrive/renamed" -Recurse
        $number = 0
        Get-ChildItem "$TestDrive/renamed" -Recurse -File | ForEach-Object { Move-Item -LiteralPath $_.FullName "$($_.DirectoryName)/x$((++$number))" }
        $found = Get-SegmentationReference "$TestDrive/renamed" -WarningAction SilentlyContinue
        $found | Should -HaveCount 2
        $tumor = $found | Where-Object Label -EQ 'Tumor'
        $zone = $found | Where-Object Label -EQ 'Ablation'
        $tumor.PartnerSeriesInstanceUID | Should -BeExactly $zone.SeriesInstanceUID
        $zone.PartnerSeriesInstanceUID | Should -BeExactly $tumor.SeriesInstanceUID
        $tumor.SourceSeriesInstanceUID | Should -Not -Be $zone.SourceSeriesInstanceUID
        $tumor.SourceFiles, $zone.SourceFiles | ForEach-Object { $_.Count } | Should -Be @(4, 4)
        $found | Where-Object Problem | Should -BeNullOrEmpty
    }

    It 'gives masks, images and XML the same identifiers' {
        $plan = Get-ChildItem "$TestDrive/out" -Recurse -Filter 'Plan_*.xml'
        $xml = [xml](Get-Content -LiteralPath $plan.FullName -Raw)
        $tumor = Get-SegmentationReference "$TestDrive/out" -WarningAction SilentlyContinue | Where-Object Label -EQ 'Tumor'
        $xml.Eagles.PatientData.seriesID | Should -BeExactly $tumor.SourceSeriesInstanceUID
        $xml.Eagles.Trajectories.Trajectory.Segmentation.SeriesUID | Should -BeExactly $tumor.SeriesInstanceUID
        $xml.Eagles.PatientData.patientID | Should -BeExactly 'S-7'
        $xml.Eagles.CTInfo | Should -BeNullOrEmpty
    }

    It 'writes the subject map' {
        Get-Content "$TestDrive/map.csv" | Should -BeExactly 'subj,MRN,CT_date', 'S-7,MRN-4711,20240312'
    }

    It 'gives results that Export-SubjectMap takes' {
        $result | Export-SubjectMap "$TestDrive/piped.csv"
        Get-Content "$TestDrive/piped.csv" | Should -BeExactly 'subj,MRN,CT_date', 'S-7,MRN-4711,20240312'
    }

    It 'gives the same bytes a second time, and with -Resume' {
        $tree = Get-TreeHash "$TestDrive/out"
        $null = $row | Invoke-PatientBatch -Destination "$TestDrive/again" -KeyPath $key
        Get-TreeHash "$TestDrive/again" | Should -Be $tree
        Get-ChildItem "$TestDrive/again" -Recurse -File | Select-Object -First 5 | Remove-Item
        $resumed = $row | Invoke-PatientBatch -Destination "$TestDrive/again" -KeyPath $key -Resume
        $resumed.FailedCount | Should -Be 0
        Get-TreeHash "$TestDrive/again" | Should -Be $tree
    }

    It 'writes nothing into the folder of temporary files' -Skip:$IsWindows {
        $script = "Import-Module '$repository/Dams.psd1'; (Invoke-PatientBatch '$TestDrive/in/Muster' -Destination '$TestDrive/homeless' -KeyPath '$key').LinkedCount"
        $temporary = $env:TMPDIR
        try {
            $env:TMPDIR = "$key/none"
            & ([Environment]::ProcessPath) -NoProfile -Command $script | Should -Be 2
        }
        finally {
            $env:TMPDIR = $temporary
        }
    }

    It 'links by the convention of the original script, with profile <_>' -ForEach 'Basic', 'Research', 'Encode' {
        $done = $row | Invoke-PatientBatch -Destination "$TestDrive/legacy$_" -KeyPath $key -Convention Legacy -Profile $_
        $done.LinkedCount | Should -Be 2
        $found = Get-SegmentationReference "$TestDrive/legacy$_" -WarningAction SilentlyContinue
        $found.Convention | Should -Be 'Legacy', 'Legacy'
        $found.SourceSeriesInstanceUID | Should -Not -Contain $null
        $found.PartnerSeriesInstanceUID | Sort-Object | Should -Be ($found.SeriesInstanceUID | Sort-Object)
    }

    It 'does the job in place, and not twice' {
        $place = Write-Recording "$TestDrive/place/p"
        $one = [pscustomobject]@{ Patient_Dir_Paths = "$TestDrive/place/p"; subj = 'S-7' }
        $done = $one | Invoke-PatientBatch -InPlace -Force -KeyPath $key -ExportMap "$TestDrive/place.csv" -WarningAction SilentlyContinue
        $done.InstanceCount, $done.LinkedCount, $done.XmlCount, $done.FailedCount | Should -Be @(12, 2, 2, 0)
        Get-ChildItem "$TestDrive/place/p" -Recurse -Filter *.dcm | Should -HaveCount 12
        Find-FileWith "$TestDrive/place/p" $left | Should -BeNullOrEmpty
        $found = Get-SegmentationReference "$TestDrive/place/p" -WarningAction SilentlyContinue
        $found | Should -HaveCount 2
        $found | Where-Object Problem | Should -BeNullOrEmpty
        (Import-Csv "$TestDrive/place.csv").MRN | Should -Be 'MRN-4711'
        $place.Masks | Should -Exist
        $tree = Get-TreeHash "$TestDrive/place/p"
        $null = $one | Invoke-PatientBatch -InPlace -Force -KeyPath $key -WarningAction SilentlyContinue -ErrorAction SilentlyContinue
        Get-TreeHash "$TestDrive/place/p" | Should -Be $tree
    }
}

Describe '-Backup' {
    BeforeEach {
        $null = Write-Recording "$TestDrive/kept/p"
        $one = [pscustomobject]@{ Patient_Dir_Paths = "$TestDrive/kept/p"; subj = 'S-7' }
        $before = Get-ChildItem "$TestDrive/kept/p" -Recurse -File | Sort-Object FullName | Get-FileHash
    }

    AfterEach {
        Remove-Item "$TestDrive/kept", "$TestDrive/backup" -Recurse -Force -ErrorAction Ignore
    }

    It 'keeps masks, images and XML as they were before the first step' {
        $done = $one | Invoke-PatientBatch -InPlace -Force -KeyPath $key -Backup "$TestDrive/backup" -WarningAction SilentlyContinue
        $done.InstanceCount, $done.LinkedCount, $done.XmlCount, $done.FailedCount | Should -Be @(12, 2, 2, 0)
        $kept = Get-ChildItem "$TestDrive/backup" -Recurse -File | Sort-Object FullName | Get-FileHash
        $kept.Hash | Should -Be $before.Hash
        $null = $one | Invoke-PatientBatch -InPlace -Force -KeyPath $key -Backup "$TestDrive/backup" -WarningAction SilentlyContinue -ErrorVariable problems
        (Get-ChildItem "$TestDrive/backup" -Recurse -File | Sort-Object FullName | Get-FileHash).Hash | Should -Be $before.Hash
        $problems.FullyQualifiedErrorId | Should -Not -Match 'Backup'
    }

    It 'touches nothing of a patient whose place in the backup is taken' {
        $place = Join-Path "$TestDrive/backup" ("$TestDrive/kept/p/ct/before" -replace ':')
        $null = New-Item -ItemType Directory -Force $place
        Set-Content "$place/1.dcm" 'another'
        $done = $one | Invoke-PatientBatch -InPlace -Force -KeyPath $key -Backup "$TestDrive/backup" -ErrorVariable problems -ErrorAction SilentlyContinue
        $done.Problem | Should -Not -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -BeLike 'BackupTaken,*'
        (Get-ChildItem "$TestDrive/kept/p" -Recurse -File | Sort-Object FullName | Get-FileHash).Hash | Should -Be $before.Hash
    }

    It 'goes with -InPlace alone' {
        { $one | Invoke-PatientBatch -Destination "$TestDrive/o" -Backup "$TestDrive/backup" -KeyPath $key } | Should -Throw -ErrorId 'BackupWithoutInPlace,*'
    }
}

Describe 'A stop' {
    It 'takes less than two seconds and leaves no half file and no segmentation on its way' {
        $first = New-TestDicom "$TestDrive/large/0.dcm" @{ PixelData = [byte[]]::new(64MB) }
        1..100 | ForEach-Object { $null = New-Item -ItemType HardLink -Path "$TestDrive/large/$_.dcm" -Target $first.FullName }
        $null = Write-Recording "$TestDrive/large/masks"
        $shell = [powershell]::Create().AddScript("Import-Module '$repository/Dams.psd1'; Invoke-PatientBatch '$TestDrive/large' -Destination '$TestDrive/stopped' -KeyPath '$key'")
        $null = $shell.BeginInvoke()
        Wait-Until { Get-ChildItem "$TestDrive/stopped" -Recurse -File -Force -ErrorAction Ignore | Where-Object Length -GT 1MB }
        $shell.InvocationStateInfo.State | Should -Be 'Running'
        Measure-Processor { $shell.Stop() } | Should -BeLessThan 2
        Find-PartialFile "$TestDrive/stopped" | Should -BeNullOrEmpty
        Get-ChildItem ([IO.Path]::GetTempPath()) -Directory -Force -Filter ".*-$PID-*.dams-partial" | Should -BeNullOrEmpty
        $shell.Dispose()
    }

    It 'by a kill leaves nothing on the way, and the next job does all' -Skip:$IsWindows {
        $null = Write-Recording "$TestDrive/killed"
        $source = Get-TreeHash "$TestDrive/killed"
        $script = "Import-Module '$repository/Dams.psd1'; while (`$true) { Invoke-PatientBatch '$TestDrive/killed' -Destination '$TestDrive/killedout' -KeyPath '$key' -Force }"
        $process = Start-Process -FilePath ([Environment]::ProcessPath) -ArgumentList '-NoProfile', '-Command', $script -PassThru -RedirectStandardOutput "$TestDrive/said"
        Wait-Until { Get-ChildItem "$TestDrive/killedout" -Recurse -File -ErrorAction Ignore }
        $process.Kill()
        $process.WaitForExit()
        Get-ChildItem ([IO.Path]::GetTempPath()) -Force -Filter ".*-$($process.Id)-*.dams-partial" | Should -BeNullOrEmpty
        Get-TreeHash "$TestDrive/killed" | Should -Be $source
        (Invoke-PatientBatch "$TestDrive/killed" -Destination "$TestDrive/killedout" -KeyPath $key -Force).LinkedCount | Should -Be 2
        Find-PartialFile "$TestDrive/killedout" | Should -BeNullOrEmpty
    }
}
