BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $in = "$TestDrive/in"
    $null = New-TestDicom "$in/a/1.dcm" @{ PatientComments = 'seen with Muster' }
    $null = New-TestDicom "$in/a/2.dcm" @{ SOPInstanceUID = '1.2.3.4.2'; InstanceNumber = '2' }
    # What one series of a patient tells is taken out of the other too.
    $null = New-TestDicom "$in/a/3.dcm" @{ SeriesInstanceUID = '1.2.3.2'; SOPInstanceUID = '1.2.3.5'; PatientName = 'Beispiel^Erika'; SeriesNumber = '4' }
    $null = New-TestDicom "$in/b/1.dcm" @{ PatientID = 'MRN-4712'; StudyInstanceUID = '1.2.4'; SeriesInstanceUID = '1.2.4.1'; SOPInstanceUID = '1.2.4.1.1' }
    $null = Get-DicomSeries $in | Protect-DicomPatient -Destination "$TestDrive/expected" -KeyPath $key -KeepStructure -WarningAction SilentlyContinue
    $expected = Get-TreeHash "$TestDrive/expected"
    $module = "$repository/Dams.psd1"
}

Describe 'Series that went through <_>' -ForEach 'Export-Clixml', 'a job', 'Select-Object', 'JSON' {
    BeforeAll {
        $series = switch ($_) {
            'Export-Clixml' {
                Get-DicomSeries $in | Export-Clixml "$TestDrive/series.xml"
                Import-Clixml "$TestDrive/series.xml"
            }
            'a job' { Start-Job { Import-Module $using:module; Get-DicomSeries $using:in } | Receive-Job -Wait -AutoRemoveJob }
            'Select-Object' { Get-DicomSeries $in | Select-Object * }
            'JSON' { Get-DicomSeries $in | ConvertTo-Json -Depth 4 | ConvertFrom-Json }
        }
    }

    It 'are those series: the output has the same bytes at the same places' {
        $out = "$TestDrive/$([guid]::NewGuid())"
        $results = $series | Protect-DicomPatient -Destination $out -KeyPath $key -KeepStructure -WarningAction SilentlyContinue

        $results | Should -HaveCount 3
        Get-TreeHash $out | Should -Be $expected
    }

    It 'are their files for the other cmdlets' {
        ($series | Get-DicomSeries | Measure-Object InstanceCount -Sum).Sum | Should -Be 4
        @($series | Find-PatientIdentifier 6>$null | Group-Object File) | Should -HaveCount 4
    }
}

Describe 'A series of a CSV' {
    It 'is that series and nothing else of its folder' {
        Get-DicomSeries $in | Export-Csv "$TestDrive/series.csv"
        $out = "$TestDrive/csv"
        $result = Import-Csv "$TestDrive/series.csv" | Where-Object SeriesInstanceUID -EQ '1.2.3.1' | Protect-DicomPatient -Destination $out -KeyPath $key

        $result.SourceSeriesInstanceUID | Should -Be '1.2.3.1'
        $result.InstanceCount | Should -Be 2
    }

    It 'is an error where its folder does not hold it any more' {
        [pscustomobject]@{ SeriesInstanceUID = '1.2.99'; Path = "$in/a" } |
            Protect-DicomPatient -Destination "$TestDrive/gone" -KeyPath $key -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems.FullyQualifiedErrorId | Should -Be 'SeriesNotInFolders,Dams.Commands.ProtectDicomPatientCommand'
    }
}

Describe 'Results that went through Export-Clixml' {
    It 'lead back as they are' {
        $results = Protect-DicomPatient $in -Destination "$TestDrive/results" -KeyPath $key
        $results | Export-SubjectMap "$TestDrive/live.csv"
        $results | Export-Clixml "$TestDrive/results.xml"
        Import-Clixml "$TestDrive/results.xml" | Export-SubjectMap "$TestDrive/stored.csv"
        Get-Content "$TestDrive/stored.csv" | Should -Be (Get-Content "$TestDrive/live.csv")
    }

    It 'of -Validate are no lines' {
        Protect-DicomPatient $in -KeyPath $key -Validate | Export-Clixml "$TestDrive/plan.xml"
        Import-Clixml "$TestDrive/plan.xml" | Export-SubjectMap "$TestDrive/plan.csv" -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems | Should -BeNullOrEmpty
    }
}

Describe 'A hashtable' {
    It 'is a row of <_>' -ForEach 'Protect-DicomPatient', 'Invoke-PatientBatch' {
        $result = @{ Patient_Dir_Paths = "$in/b"; subj = 'S-1' } | & $_ -Destination "$TestDrive/$([guid]::NewGuid())" -KeyPath $key
        $result.Subject | Should -Be 'S-1'
        $result.PatientID | Should -Be 'MRN-4712'
    }

    It 'is paths for <_>' -ForEach 'Get-DicomSeries', 'Find-PatientIdentifier' {
        @{ FullName = "$in/b" } | & $_ 6>$null | Should -Not -BeNullOrEmpty
    }

    It 'is a line of a map' {
        (@{ subj = 'S-1'; MRN = 'MRN-4712' } | Import-SubjectMap).MRN | Should -Be 'MRN-4712'
        (Protect-DicomPatient "$in/b" -Destination "$TestDrive/mapped" -KeyPath $key -SubjectMap @{ subj = 'S-1'; MRN = 'MRN-4712' }).Subject | Should -Be 'S-1'
    }
}

Describe 'A script block' {
    It 'makes the subject id of each folder, for <_>' -ForEach 'Protect-DicomPatient', 'Invoke-PatientBatch' {
        $results = Get-ChildItem $in -Directory | & $_ -Destination "$TestDrive/$([guid]::NewGuid())" -KeyPath $key -SubjectID { "S-$($_.Name)" }
        $results.Subject | Sort-Object -Unique | Should -Be 'S-a', 'S-b'
        ($results | Where-Object Subject -EQ 'S-b').PatientID | Should -Be 'MRN-4712'
    }

    It 'makes it of rows, of series and of -Path' {
        $row = [pscustomobject]@{ Patient_Dir_Paths = "$in/b"; Code = 7; subj = 'S-1' }
        ($row | Protect-DicomPatient -Destination "$TestDrive/row" -KeyPath $key -SubjectID { 'S-{0:d3}' -f $_.Code }).Subject | Should -Be 'S-007'
        $subjects = (Get-DicomSeries $in | Protect-DicomPatient -Destination "$TestDrive/byseries" -KeyPath $key -SubjectID { "S-$($_.PatientID.Length)-$($_.StudyInstanceUID)" }).Subject
        $subjects | Sort-Object -Unique | Should -Be 'S-8-1.2.3', 'S-8-1.2.4'
        (Protect-DicomPatient "$in/b" -Destination "$TestDrive/bypath" -KeyPath $key -SubjectID { "S-$($_.Name)" }).Subject | Should -Be 'S-b'
    }

    It 'makes names and birth dates too' {
        $result = Get-Item "$in/b" | Protect-DicomPatient -Destination "$TestDrive/values" -KeyPath $key -SubjectID { 'S-1' } -PatientName { "STUDY-$($_.Name)" } -PatientBirthDate { [datetime]'1960-12-31' }
        Get-Value $result.Files[0] PatientName | Should -Be 'STUDY-b'
        Get-Value $result.Files[0] PatientBirthDate | Should -Be '19601231'
    }

    It 'that gives <What> leaves the object out, and tells nothing of it' -ForEach @(
        @{ What = 'nothing'; Script = { } }
        @{ What = 'an error'; Script = { throw "Muster $_" } }
        @{ What = 'several values'; Script = { 'S-1', 'S-2' } }
    ) {
        $out = "$TestDrive/$([guid]::NewGuid())"
        Get-Item "$in/b" | Protect-DicomPatient -Destination $out -KeyPath $key -SubjectID $Script -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -Contain 'NoValueFromScript,Dams.Commands.ProtectDicomPatientCommand'
        $problems | ForEach-Object { Get-ErrorText $_ } | Should -Not -Match 'Muster|/in/b'
        $out | Should -Not -Exist
    }

    It 'that makes one id for the series of two patients is refused for the second' {
        $results = Get-DicomSeries $in | Protect-DicomPatient -Destination "$TestDrive/merged" -KeyPath $key -SubjectID { 'S-1' } -PatientName { "N-$($_.PatientID.Substring(7))" } -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems.FullyQualifiedErrorId | Should -Be 'SeveralPatients,Dams.Commands.ProtectDicomPatientCommand'
        $results.PatientID | Sort-Object -Unique | Should -Be 'MRN-4711'
    }

    It 'that makes one id for two patients is refused before anything is written' {
        $out = "$TestDrive/$([guid]::NewGuid())"
        Get-ChildItem $in -Directory | Protect-DicomPatient -Destination $out -KeyPath $key -SubjectID { 'S-1' } -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems.FullyQualifiedErrorId | Should -Be (@('SubjectOfTwoRows,Dams.Commands.ProtectDicomPatientCommand') * 2)
        "$problems" | Should -BeLike 'Folder 1: Folder 2 gives*'
        $out | Should -Not -Exist
    }
}

Describe 'Property names' {
    It 'bind from rows: SubjectID, PatientName, PatientBirthDate and a path' {
        $row = [pscustomobject]@{ LiteralPath = "$in/b"; SubjectID = 'S-1'; PatientName = 'STUDY-1'; PatientBirthDate = '1960-12-31' }
        $result = $row | Protect-DicomPatient -Destination "$TestDrive/names" -KeyPath $key
        $result.Subject | Should -Be 'S-1'
        Get-Value $result.Files[0] PatientName | Should -Be 'STUDY-1'
        Get-Value $result.Files[0] PatientBirthDate | Should -Be '19601231'
    }

    It 'bind from what Select-Object makes of folders' {
        $results = Get-ChildItem $in -Directory | Select-Object FullName, @{ Name = 'SubjectID'; Expression = { "S-$($_.Name)" } } |
            Protect-DicomPatient -Destination "$TestDrive/selected" -KeyPath $key
        $results.Subject | Sort-Object -Unique | Should -Be 'S-a', 'S-b'
    }
}

Describe 'A property that was added to series' {
    It 'gives the new value: <What>' -ForEach @(
        @{ What = 'by Select-Object'; Script = { Get-DicomSeries "$in/b" | Select-Object *, @{ Name = 'SubjectID'; Expression = { 'S-1' } } } }
        @{ What = 'by Add-Member'; Script = { Get-DicomSeries "$in/b" | Add-Member subj 'S-1' -PassThru } }
    ) {
        $series = & $Script
        ($series | Protect-DicomPatient -Destination "$TestDrive/$([guid]::NewGuid())" -KeyPath $key).Subject | Should -Be 'S-1'
        ($series | Protect-DicomPatient -Destination "$TestDrive/$([guid]::NewGuid())" -KeyPath $key -SubjectID 'S-2').Subject | Should -Be 'S-2'
    }
}

Describe 'Overlapping paths' {
    It 'are one input: <What>' -ForEach @(
        @{ What = 'as arguments'; Script = { Protect-DicomPatient $in, "$in/a", "$in/a/1.dcm" @given } }
        @{ What = 'through the pipeline'; Script = { $in, "$in/a", "$in/a/1.dcm" | Protect-DicomPatient @given } }
        @{ What = 'as items'; Script = { Get-ChildItem $in -Recurse | Protect-DicomPatient @given } }
    ) {
        $given = @{ Destination = "$TestDrive/$([guid]::NewGuid())"; KeyPath = $key; WarningVariable = 'warnings'; ErrorVariable = 'problems' }
        $results = & $Script
        $results | Should -HaveCount 3
        ($results | Measure-Object InstanceCount -Sum).Sum | Should -Be 4
        $warnings | Should -BeNullOrEmpty
        $problems | Should -BeNullOrEmpty
    }
}

Describe 'Folders that are links' -Skip:$IsWindows {
    It 'are counted in a warning, alone too' {
        $null = New-Item -ItemType Directory "$TestDrive/links"
        $null = New-Item -ItemType SymbolicLink "$TestDrive/links/follow-up" -Target "$in/b"
        $null = Get-DicomSeries "$TestDrive/links" -WarningVariable warnings -WarningAction SilentlyContinue -ErrorAction SilentlyContinue
        $warnings | Should -BeLike '1 folder is a link and was not entered.*'
        $plan = Invoke-PatientBatch "$TestDrive/links" -Validate -KeyPath $key -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeLike 'Folder 1: 1 folder is a link and was not entered.*'
        $plan.Error.Id | Should -Be 'NoInstances'
    }
}

Describe 'Dates' {
    BeforeAll {
        $series = Get-DicomSeries "$in/b"
    }

    It 'compare with dates, beside the text' {
        $series.CTDate | Should -BeExactly '20240312'
        $series.CTDay | Should -Be ([datetime]'2024-03-12')
        $series.StudyDay | Should -Be ([datetime]'2024-03-11')
        $series.PatientBirthDay | Should -Be ([datetime]'1952-08-17')
        Get-DicomSeries $in | Where-Object CTDay -GT ([datetime]'2024-03-12') | Should -BeNullOrEmpty
        Get-DicomSeries $in | Where-Object CTDay -GE '2024-03-12' | Should -HaveCount 3
        (Protect-DicomPatient "$in/b" -Destination "$TestDrive/days" -KeyPath $key).CTDay | Should -Be ([datetime]'2024-03-12')
    }

    It 'that are none are none' {
        $null = New-TestDicom "$TestDrive/undated/1.dcm" @{ StudyDate = 'yesterday'; PatientBirthDate = $null }
        $undated = Get-DicomSeries "$TestDrive/undated"
        $undated.StudyDay | Should -BeNullOrEmpty
        $undated.PatientBirthDay | Should -BeNullOrEmpty
    }

    It 'are text in a CSV, as ever' {
        Get-DicomSeries "$in/b" | Select-Object CTDate, StudyDate | ConvertTo-Csv | Should -Be '"CTDate","StudyDate"', '"20240312","20240311"'
        $null = & (Get-CommandPath) series "$in/b" --csv "$TestDrive/days.csv"
        (Import-Csv "$TestDrive/days.csv").CTDate | Should -Be '20240312'
        (Import-Csv "$TestDrive/days.csv").psobject.Properties.Name | Should -Not -Contain 'CTDay'
    }
}

Describe 'One study whose instances name two PatientIDs' {
    It 'is told' {
        $null = New-TestDicom "$TestDrive/two/1.dcm"
        $null = New-TestDicom "$TestDrive/two/2.dcm" @{ PatientID = 'MRN-4712'; SeriesInstanceUID = '1.2.3.2'; SOPInstanceUID = '1.2.3.5' }
        $plan = Protect-DicomPatient "$TestDrive/two" -KeyPath $key -Validate -WarningVariable warnings -WarningAction SilentlyContinue
        $plan | Should -HaveCount 2
        $warnings | Should -BeLike '*one study name two PatientIDs*'
        "$warnings" | Should -Not -Match 'MRN'
    }
}
