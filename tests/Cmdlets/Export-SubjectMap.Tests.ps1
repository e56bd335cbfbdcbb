BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $null = New-TestDicom "$TestDrive/in/1.dcm"
    $null = New-TestDicom "$TestDrive/in/2.dcm" @{ PatientID = 'A,"B'; SeriesInstanceUID = '1.2'; SOPInstanceUID = '1.2.1' }
    $korean = "`u{d658}`u{c790}-1"
    $null = New-TestDicom "$TestDrive/in/3.dcm" @{
        SpecificCharacterSet = 'ISO_IR 192'; PatientID = $korean; SeriesInstanceUID = '1.3'; SOPInstanceUID = '1.3.1'
        AcquisitionDate = $null; SeriesDate = $null; StudyDate = $null
    } ([Text.Encoding]::UTF8)
    $protected = Protect-DicomPatient "$TestDrive/in" -Destination "$TestDrive/out" -KeyPath $key
    $map = "$TestDrive/subjects.csv"
}

Describe 'Export-SubjectMap' {
    BeforeEach {
        Remove-Item $map -ErrorAction Ignore
    }

    It 'writes a line for each subject, patient and day' {
        $protected | Export-SubjectMap $map

        Get-Content $map | Select-Object -First 1 | Should -BeExactly 'subj,MRN,CT_date'
        $rows = Import-Csv $map
        $rows.MRN | Sort-Object -Culture '' | Should -BeExactly 'A,"B', 'MRN-4711', $korean
        foreach ($one in $protected) {
            $row = $rows | Where-Object MRN -CEQ $one.PatientID
            $row.subj | Should -BeExactly $one.Subject
            $row.CT_date | Should -BeExactly $one.CTDate
        }
    }

    It 'refuses a number for an MRN, which may have lost its zeros, and takes the others' {
        $rows = [pscustomobject]@{ subj = 'S1'; MRN = 4711 }, [pscustomobject]@{ subj = 'S2'; MRN = '0004712' }
        $rows | Export-SubjectMap $map -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -Be 'NumericMRN,Dams.Commands.ExportSubjectMapCommand'
        "$failed" | Should -Not -Match 'S1|471'
        (Import-Csv $map).MRN | Should -BeExactly '0004712'
    }

    It 'writes a date as YYYYMMDD however it comes: <_>' -ForEach @('2024-03-11', '20240311', [DateTime]'2024-03-11', 45362) {
        [pscustomobject]@{ subj = 'S1'; MRN = 'M1'; CT_date = $_ } | Export-SubjectMap $map
        (Import-Csv $map).CT_date | Should -BeExactly '20240311'
    }

    It 'refuses a date that is none' {
        [pscustomobject]@{ subj = 'S1'; MRN = 'M1'; CT_date = 'soon' } | Export-SubjectMap $map -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -Be 'UnreadableCTDate,Dams.Commands.ExportSubjectMapCommand'
    }

    It 'gives nothing unless asked' {
        $protected | Export-SubjectMap $map | Should -BeNullOrEmpty
    }

    It 'passes the series on with -PassThru' {
        $passed = $protected | Export-SubjectMap $map -PassThru
        $passed | Should -HaveCount 3
        $passed[0] | Should -BeOfType 'Dams.ProtectedSeries'
        $passed.Subject | Should -Be $protected.Subject
        $map | Should -Exist
    }

    It 'writes UTF-8 without a byte order mark and ends each line with a line feed' {
        $protected | Export-SubjectMap $map
        $bytes = [IO.File]::ReadAllBytes($map)
        $bytes[0] | Should -Be ([byte][char]'s')
        $bytes | Should -Not -Contain 13
        $bytes[-1] | Should -Be 10
    }

    It 'lets only the owner read it' -Skip:$IsWindows {
        $protected | Export-SubjectMap $map
        (Get-Item $map).UnixMode | Should -Be '-rw-------'
    }

    It 'takes the map away from others that could read it' -Skip:$IsWindows {
        Set-Content $map "subj,MRN,CT_date`nS-1,M-1,20200101"
        chmod 644 $map
        $protected | Export-SubjectMap $map
        (Get-Item $map).UnixMode | Should -Be '-rw-------'
    }

    It 'adds nothing when it is repeated' {
        $protected | Export-SubjectMap $map
        $before = Get-Content $map -Raw
        $protected | Export-SubjectMap $map
        Get-Content $map -Raw | Should -BeExactly $before
    }

    It 'does not depend on the order of the series' {
        $protected | Export-SubjectMap $map
        $protected[2, 0, 1] | Export-SubjectMap "$TestDrive/turned.csv"
        Get-Content "$TestDrive/turned.csv" -Raw | Should -BeExactly (Get-Content $map -Raw)
    }

    It 'writes one line for several series of a patient and a day' {
        $protected[0], $protected[0] | Export-SubjectMap $map
        Import-Csv $map | Should -HaveCount 1
    }

    It 'keeps the lines that are there, whatever the order and the spelling of their columns' {
        Set-Content $map "MRN,CT_date,Subject`r`nM-1,20200101,S-1`r`n`"M,2`",,S-2`r`n" -NoNewline -Encoding utf8BOM
        $protected[0] | Export-SubjectMap $map

        $rows = Import-Csv $map
        $rows.Subject | Should -Be 'S-1', 'S-2', $protected[0].Subject
        $rows.MRN | Should -Be 'M-1', 'M,2', $protected[0].PatientID
        $rows.CT_date | Should -Be '20200101', '', $protected[0].CTDate
    }

    It 'leaves out a series of which nothing came out' {
        $failed = Protect-DicomPatient "$TestDrive/in/1.dcm" -Destination "$TestDrive/out" -KeyPath $key -ErrorAction SilentlyContinue
        $failed.InstanceCount | Should -Be 0
        $failed, $protected[1] | Export-SubjectMap $map
        (Import-Csv $map).MRN | Should -Be $protected[1].PatientID
    }

    It 'writes nothing with -WhatIf' {
        $protected | Export-SubjectMap $map -WhatIf
        $map | Should -Not -Exist
    }

    It 'takes the path as -<_>' -ForEach 'Path', 'LiteralPath', 'LP' {
        $parameter = @{ $_ = "$TestDrive/$_ [1].csv" }
        $protected | Export-SubjectMap @parameter
        Test-Path -LiteralPath "$TestDrive/$_ [1].csv" | Should -BeTrue
    }

    It 'takes a path relative to the location of PowerShell' {
        Push-Location $TestDrive
        $protected | Export-SubjectMap 'relative.csv'
        Pop-Location
        "$TestDrive/relative.csv" | Should -Exist
    }

    It 'leaves a file alone that is no subject map' {
        Set-Content $map 'name,words', 'one,two'
        $before = Get-Content $map -Raw
        { $protected | Export-SubjectMap $map } | Should -Throw -ErrorId 'MalformedSubjectMap,Dams.Commands.ExportSubjectMapCommand'
        Get-Content $map -Raw | Should -BeExactly $before
    }

    It 'tells where it cannot write and leaves nothing' {
        { $protected | Export-SubjectMap "$key/missing/subjects.csv" } |
            Should -Throw -ErrorId 'UnwritableSubjectMap,Dams.Commands.ExportSubjectMapCommand'
        $null = New-Item -ItemType Directory "$TestDrive/folder"
        { $protected | Export-SubjectMap "$TestDrive/folder" } |
            Should -Throw -ErrorId 'UnwritableSubjectMap,Dams.Commands.ExportSubjectMapCommand'
        Find-PartialFile $TestDrive | Should -BeNullOrEmpty
    }

    It 'replaces the map in one step: who reads it at that moment reads the old one whole' -Skip:$IsWindows {
        $protected[0] | Export-SubjectMap $map
        $before = Get-Content $map -Raw
        $reader = [IO.File]::OpenText($map)
        try {
            $protected | Export-SubjectMap $map
            $reader.ReadToEnd() | Should -BeExactly $before
        }
        finally {
            $reader.Dispose()
        }
        Get-Content $map -Raw | Should -Not -BeExactly $before
    }

    It 'takes nothing that lacks a subject or an MRN, and does not repeat it' {
        'words' | Export-SubjectMap $map -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems.FullyQualifiedErrorId | Should -Be 'NoSubjectMapEntry,Dams.Commands.ExportSubjectMapCommand'
        "$problems" | Should -Not -Match 'words'
    }

    It 'takes rows with a subject and an MRN' {
        [pscustomobject]@{ Subject_ID = 'S-7'; mrn = '7' } | Export-SubjectMap "$TestDrive/rows.csv"
        (Import-Csv "$TestDrive/rows.csv").MRN | Should -Be '7'
    }
}
