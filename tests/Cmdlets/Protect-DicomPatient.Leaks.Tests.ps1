BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $in = "$TestDrive/in"
    $null = New-TestDicom "$in/erika/1.dcm"
    $null = New-TestDicom "$in/otto/1.dcm" @{
        PatientID = 'MRN-4712'; PatientName = 'Mustermann^Otto'; StudyInstanceUID = '1.3'; SeriesInstanceUID = '1.3.1'; SOPInstanceUID = '1.3.1.1'
    }
}

Describe 'A given value' {
    It 'that is the patient''s own in other words is refused: -<Name> <Value>' -ForEach @(
        @{ Name = 'PatientName'; Value = 'Erika Muster' }, @{ Name = 'PatientName'; Value = 'Muster, Erika' }
        @{ Name = 'PatientName'; Value = 'MUSTER^ERIKA^^' }, @{ Name = 'PatientName'; Value = 'MRN-4711' }
        @{ Name = 'SubjectID'; Value = 'Muster_Erika' }, @{ Name = 'PatientNameFormat'; Value = 'Erika Muster' }
    ) {
        $parameter = @{ $Name = $Value }
        $out = "$TestDrive/own"
        Protect-DicomPatient "$in/erika" -Destination $out -KeyPath $key @parameter -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -Be 'GivenValueIsPatients,Dams.Commands.ProtectDicomPatientCommand'
    }

    It 'that is the own name in a later instance of the series is refused' {
        $null = New-TestDicom "$TestDrive/later/0.dcm" @{ PatientName = ''; SOPInstanceUID = '1.2.3.4.0' }
        $null = New-TestDicom "$TestDrive/later/1.dcm"
        $null = Protect-DicomPatient "$TestDrive/later" -Destination "$TestDrive/laterout" -KeyPath $key -PatientName 'Muster^Erika' -ErrorAction SilentlyContinue
        Find-FileWith "$TestDrive/laterout" 'Muster^Erika' | Should -BeNullOrEmpty
    }

    It 'that is the own birth date, written in the older form by the source, keeps no more than the year' {
        $null = New-TestDicom "$TestDrive/older/1.dcm" @{ PatientBirthDate = '1952.08.17' }
        $result = Protect-DicomPatient "$TestDrive/older" -Destination "$TestDrive/olderout" -KeyPath $key -Profile Encode -PatientBirthDate '19520817'
        Get-Value $result.Files[0] PatientBirthDate | Should -Be '19520101'
    }

    It 'goes to one patient only when series come through the pipeline' {
        $results = Get-DicomSeries $in | Protect-DicomPatient -Destination "$TestDrive/piped" -KeyPath $key -SubjectID 'S-1' -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems.FullyQualifiedErrorId | Should -Be 'SeveralPatients,Dams.Commands.ProtectDicomPatientCommand'
        $results.PatientID | Should -Be 'MRN-4711'
    }

    It 'of an empty cell is none: the identity is derived' {
        Set-Content "$TestDrive/list.csv" "LP,subj,Patient_Name,Date_of_Birth", "$in/erika,,,"
        $result = Import-Csv "$TestDrive/list.csv" | Protect-DicomPatient -Destination "$TestDrive/blank" -KeyPath $key
        $result.Subject | Should -Match '^SUBJ-'
        Get-Value $result.Files[0] PatientName | Should -BeExactly $result.Subject
    }

    It 'that is no PatientName is refused: <_>' -ForEach ('x' * 65), "a`nb", 'a\b' {
        $name = $_
        { Protect-DicomPatient "$in/erika" -Destination "$TestDrive/noname" -KeyPath $key -PatientName $name } | Should -Throw -ErrorId 'InvalidPatientName,*'
    }

    It 'of -Replace that does not fit the value representation is refused: <Name>' -ForEach @(
        @{ Name = 'Rows'; Value = 'abc' }, @{ Name = 'StudyDate'; Value = 'yesterday' }, @{ Name = 'SOPInstanceUID'; Value = 'no uid' }
    ) {
        { Protect-DicomPatient "$in/erika" -Destination "$TestDrive/vr$Name" -KeyPath $key -Replace @{ $Name = $Value } -ErrorAction Stop } | Should -Throw
    }
}

Describe 'A rule of one''s own for a UID' {
    It 'is followed by the file meta information, and the result says what the file says: <Rule>' -ForEach @(
        @{ Rule = '-Keep SOPInstanceUID'; Parameter = @{ Keep = 'SOPInstanceUID' } }
        @{ Rule = '-Keep SeriesInstanceUID'; Parameter = @{ Keep = 'SeriesInstanceUID' } }
        @{ Rule = '-Replace SOPInstanceUID'; Parameter = @{ Replace = @{ SOPInstanceUID = '1.9.9' } } }
        @{ Rule = '-Replace SeriesInstanceUID'; Parameter = @{ Replace = @{ SeriesInstanceUID = '1.9.9' } } }
    ) {
        $result = Protect-DicomPatient "$in/erika" -Destination "$TestDrive/uid" -KeyPath $key @Parameter -Force
        $file = $result.Files[0]
        Get-Value $file MediaStorageSOPInstanceUID | Should -Be (Get-Value $file SOPInstanceUID)
        $result.SeriesInstanceUID | Should -Be (Get-Value $file SeriesInstanceUID)
    }
}

Describe 'What a script prints' {
    It 'of a protected series does not name the patient' {
        $result = Protect-DicomPatient "$in/erika" -Destination "$TestDrive/text" -KeyPath $key
        "$result" | Should -Not -Match 'MRN-4711|20240312'
    }

    It 'of an entry of a subject map does not name the patient' {
        Set-Content "$TestDrive/map.csv" 'subj,MRN', 'S-1,MRN-4711'
        "$(Import-SubjectMap "$TestDrive/map.csv")" | Should -Not -Match 'MRN-4711'
    }
}

Describe 'A source that is not clear about who a patient is' {
    It 'is told where two birth dates stand in one series' {
        $null = New-TestDicom "$TestDrive/births/1.dcm"
        $null = New-TestDicom "$TestDrive/births/2.dcm" @{ PatientBirthDate = '19520818'; SOPInstanceUID = '1.2.1' }
        $null = Protect-DicomPatient "$TestDrive/births" -Destination "$TestDrive/birthsout" -KeyPath $key -WarningVariable told -WarningAction SilentlyContinue
        $told.Message | Should -BeLike '*one PatientID occurs with two birth dates*'
    }
}

Describe '-KeepStructure' {
    It 'keeps the folders below each folder that was named, for a series that lies in two' {
        $null = New-TestDicom "$TestDrive/left/x/1.dcm"
        $null = New-TestDicom "$TestDrive/right/y/2.dcm" @{ SOPInstanceUID = '1.2.3.4.2' }
        $result = Protect-DicomPatient "$TestDrive/left", "$TestDrive/right" -Destination "$TestDrive/kept" -KeyPath $key -KeepStructure
        $result.Files | Should -Be (Get-Item "$TestDrive/kept/x/1.dcm", "$TestDrive/kept/y/2.dcm" -ErrorAction Ignore).FullName
        $result.Files[1] | Should -BeLike '*y?2.dcm'
    }
}
