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

    It 'leaves nothing in the folder of temporary files' {
        Get-ChildItem ([IO.Path]::GetTempPath()) -Directory -Filter 'dams-*' |
            Where-Object { Get-ChildItem $_ -Recurse -Filter '*.dcm' | Where-Object FullName -Match 'SegmentationNo_' } | Should -BeNullOrEmpty
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

Describe 'A list' {
    BeforeAll {
        $null = New-TestDicom "$TestDrive/list/a/1.dcm"
        $null = New-TestDicom "$TestDrive/list/b/1.dcm" @{ PatientID = 'MRN-4712'; PatientName = 'Hong^Gildong'; StudyInstanceUID = '1.3'; SeriesInstanceUID = '1.3.1'; SOPInstanceUID = '1.3.1.1' }
        $rows = @(
            [pscustomobject]@{ 'Patient Dir Paths' = "['$TestDrive/list/a']"; MRN = 'MRN-4711' }
            [pscustomobject]@{ 'Patient Dir Paths' = "$TestDrive/list/b"; MRN = 'MRN-9999' }
            [pscustomobject]@{ 'Patient Dir Paths' = "$TestDrive/none"; MRN = 'MRN-4713' }
        )
    }

    It 'is checked by -Validate, and nothing is written' {
        $plan = $rows | Invoke-PatientBatch -Validate
        $plan | Should -HaveCount 3
        $plan | Should -BeOfType 'Dams.PlannedPatient'
        $plan[0].Problem | Should -BeNullOrEmpty
        $plan[1].Problem | Should -BeLike 'Row 3: *'
        $plan[2].Problem | Should -BeLike 'Row 4: *'
        ($plan | Format-Table | Out-String) | Should -Not -Match '4711|4712|9999|list/a'
    }

    It 'is done as far as it is right, and each other row is one error that does not repeat it' {
        $done = $rows | Invoke-PatientBatch -Destination "$TestDrive/listed" -KeyPath $key -ErrorVariable problems -ErrorAction SilentlyContinue
        $done | Should -HaveCount 3
        $done[0].InstanceCount | Should -Be 1
        $done[1].Problem | Should -Not -BeNullOrEmpty
        $problems | Should -HaveCount 2
        $problems | Where-Object TargetObject | Should -BeNullOrEmpty
        "$problems" | Should -Not -Match '4711|4712|9999|Hong'
    }

    It 'is not touched by -WhatIf' {
        $null = $rows[0] | Invoke-PatientBatch -Destination "$TestDrive/whatif" -KeyPath $key -WhatIf
        "$TestDrive/whatif" | Should -Not -Exist
    }

    It 'is not begun where the subject map cannot be written; its folder is made' {
        { $rows[0] | Invoke-PatientBatch -Destination "$TestDrive/unmapped" -KeyPath $key -ExportMap "$key/map.csv" } |
            Should -Throw -ErrorId 'UnwritableSubjectMap,*'
        "$TestDrive/unmapped" | Should -Not -Exist
        { Protect-DicomPatient "$TestDrive/list/a" -Destination "$TestDrive/unmapped" -KeyPath $key | Export-SubjectMap "$key/map.csv" } |
            Should -Throw -ErrorId 'UnwritableSubjectMap,*'
        "$TestDrive/unmapped" | Should -Not -Exist
        $null = $rows[0] | Invoke-PatientBatch -Destination "$TestDrive/mapped" -KeyPath $key -ExportMap "$TestDrive/new/private/map.csv"
        "$TestDrive/new/private/map.csv" | Should -Exist
    }

    It 'needs one place for the output' {
        { $rows | Invoke-PatientBatch -KeyPath $key } | Should -Throw -ErrorId 'DestinationOrInPlace,*'
    }

    It 'may be a folder' {
        (Invoke-PatientBatch "$TestDrive/list/a" -Destination "$TestDrive/folder" -KeyPath $key).InstanceCount | Should -Be 1
        (Get-Item "$TestDrive/list/a" | Invoke-PatientBatch -Destination "$TestDrive/folder2" -KeyPath $key).InstanceCount | Should -Be 1
    }

    It 'comes from a workbook' -Skip:(-not (Get-Module ImportExcel -ListAvailable)) {
        Import-Module ImportExcel -WarningAction Ignore
        $rows[0] | Export-Excel "$TestDrive/patients.xlsx" -WarningAction Ignore
        $done = Import-Excel "$TestDrive/patients.xlsx" | Invoke-PatientBatch -Destination "$TestDrive/excel" -KeyPath $key
        $done.InstanceCount | Should -Be 1
        $protected = Import-Excel "$TestDrive/patients.xlsx" | Protect-DicomPatient -Destination "$TestDrive/excel2" -KeyPath $key
        $protected.InstanceCount | Should -Be 1
    }
}
