BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $in = "$TestDrive/in"
    $null = New-TestDicom "$in/erika/1.dcm"
    $null = New-TestDicom "$in/otto/1.dcm" @{
        PatientID = 'MRN-4712'; PatientName = 'Mustermann^Otto'; PatientBirthDate = '19480229'
        StudyInstanceUID = '1.3'; SeriesInstanceUID = '1.3.1'; SOPInstanceUID = '1.3.1.1'
    }

    # What a run of its own makes of the folder of one patient.
    function Protect-Erika([hashtable] $Parameter) {
        $out = "$TestDrive/$([guid]::NewGuid())"
        Protect-DicomPatient "$in/erika" -Destination $out -KeyPath $key @Parameter
    }
}

Describe 'The identity that a user gives' {
    It 'is the new PatientID, PatientName and PatientBirthDate' {
        $result = Protect-Erika @{ SubjectID = 'S-001'; PatientName = 'Subject^One'; PatientBirthDate = '19500615' }

        $result.Subject | Should -BeExactly 'S-001'
        $result.Path | Should -Match '[\\/]S-001[\\/]S-001[\\/]CT_3_[0-9a-f]{8}$'
        Get-Value $result.Files[0] PatientID | Should -BeExactly 'S-001'
        Get-Value $result.Files[0] PatientName | Should -BeExactly 'Subject^One'
        Get-Value $result.Files[0] PatientBirthDate | Should -BeExactly '19500615'
    }

    It 'may come from -Replace, for one patient as the others' {
        $result = Protect-Erika @{ Replace = @{ PatientID = 'S-003'; '0010,0010' = 'Subject^Three' } }
        $result.Subject | Should -BeExactly 'S-003'
        Get-Value $result.Files[0] PatientName | Should -BeExactly 'Subject^Three'

        $problems = Protect-DicomPatient $in -Destination "$TestDrive/replaced" -KeyPath $key -Replace @{ PatientID = 'S-003' } 2>&1
        $problems | Where-Object { $_ -is [Management.Automation.ErrorRecord] } | ForEach-Object FullyQualifiedErrorId |
            Should -Be 'SeveralPatients,Dams.Commands.ProtectDicomPatientCommand'
    }

    It 'may give the subject as -<_>' -ForEach 'SubjectID', 'Patient_ID', 'subj' {
        (Protect-Erika @{ $_ = 'S-002' }).Subject | Should -BeExactly 'S-002'
    }

    It 'may give the name as -<_>' -ForEach 'PatientName', 'Patient_Name', 'Patient Name' {
        Get-Value (Protect-Erika @{ $_ = 'Nobody' }).Files[0] PatientName | Should -BeExactly 'Nobody'
    }

    It 'may give the birth date as <_>' -ForEach @(
        '19500615', '1950-06-15', '15.06.1950', '06/15/1950', '15 June 1950', [datetime]'1950-06-15', ([psobject][datetime]'1950-06-15T10:11:12')
    ) {
        Get-Value (Protect-Erika @{ Date_of_Birth = $_ }).Files[0] PatientBirthDate | Should -BeExactly '19500615'
    }

    It 'is refused where the birth date is none, or one of two: <_>' -ForEach 'Muster', '06/05/1950', '1950', '19501306' {
        $fault = { Protect-Erika @{ PatientBirthDate = $_ } } | Should -Throw -ExpectedMessage '*YYYY-MM-DD*' -PassThru
        "$fault" | Should -Not -Match ([regex]::Escape($_))
    }

    It 'is refused as subject where it cannot name a folder: <_>' -ForEach @(
        'a/b', 'a\b', '..', '../x', 'a b', '.hidden', 'CON', 'con.txt', 'x:y', "a`nb", 'ends-', ('x' * 65)
    ) {
        $out = "$TestDrive/refused"
        { Protect-DicomPatient "$in/erika" -Destination $out -KeyPath $key -SubjectID $_ } |
            Should -Throw -ErrorId 'InvalidSubjectID,Dams.Commands.ProtectDicomPatientCommand'
        Test-Path $out | Should -BeFalse
    }

    It 'is refused where it is the patient''s own: -<Name>' -ForEach @(
        @{ Name = 'SubjectID'; Value = 'MRN-4711' }, @{ Name = 'SubjectID'; Value = 'mrn-4711' }
        @{ Name = 'PatientName'; Value = 'Muster^Erika' }, @{ Name = 'PatientName'; Value = ' MUSTER^ERIKA ' }
    ) {
        $problems = Protect-Erika @{ $Name = $Value } 2>&1
        $problems.FullyQualifiedErrorId | Should -Be 'GivenValueIsPatients,Dams.Commands.ProtectDicomPatientCommand'
        "$problems" | Should -Not -Match 'Muster|Erika|4711'
    }

    It 'counts as not given where the birth date is the patient''s own: what the profile says holds' {
        Get-Value (Protect-Erika @{ PatientBirthDate = '19520817' }).Files[0] PatientBirthDate | Should -BeNullOrEmpty
        Get-Value (Protect-Erika @{ PatientBirthDate = '19520817'; Profile = 'Encode' }).Files[0] PatientBirthDate | Should -BeExactly '19520101'
    }

    It 'goes to one patient only' {
        $results = @(Protect-DicomPatient $in -Destination "$TestDrive/several" -KeyPath $key -SubjectID 'S-003' -ErrorVariable problems -ErrorAction SilentlyContinue)
        $results.PatientID | Should -Be 'MRN-4711'
        $problems.FullyQualifiedErrorId | Should -Be 'SeveralPatients,Dams.Commands.ProtectDicomPatientCommand'
        Get-ChildItem "$TestDrive/several" | Should -HaveCount 1
    }

    It 'is refused where the character set of the file cannot write it' {
        $problems = Protect-Erika @{ PatientName = "`u{d64d}`u{ae38}`u{b3d9}" } 2>&1 | Where-Object { $_ -is [Management.Automation.ErrorRecord] }
        $problems.FullyQualifiedErrorId | Should -Be 'NotInCharacterSet,Dams.Commands.ProtectDicomPatientCommand'
    }
}

Describe 'The rows of a patient list' {
    It 'give each folder its identity' {
        Set-Content "$TestDrive/list.csv" @(
            'Patient_ID,Patient Name,Date_of_Birth,Patient_Dir_Paths'
            "S-1,Subject One,1950-01-02,$in/erika"
            "S-2,Subject Two,19600304,$in/otto")
        $results = Import-Csv "$TestDrive/list.csv" | Protect-DicomPatient -Destination "$TestDrive/rows" -KeyPath $key

        $results.Subject | Should -Be 'S-1', 'S-2'
        $results.PatientID | Should -Be 'MRN-4711', 'MRN-4712'
        $results.Files | ForEach-Object { Get-Value $_ PatientName } | Should -Be 'Subject One', 'Subject Two'
        $results.Files | ForEach-Object { Get-Value $_ PatientBirthDate } | Should -Be '19500102', '19600304'
    }

    It 'do not hand their values on to a row without them' {
        $results = [pscustomobject]@{ LP = "$in/erika"; subj = 'S-1'; Patient_Name = 'Subject One' }, [pscustomobject]@{ LP = "$in/otto" } |
            Protect-DicomPatient -Destination "$TestDrive/next" -KeyPath $key
        $results[1].Subject | Should -Match '^SUBJ-'
        Get-Value $results[1].Files[0] PatientName | Should -BeExactly $results[1].Subject
    }

    It 'may name several folders' {
        $result = [pscustomobject]@{ Patient_Dir_Paths = "$in/erika", "$in/erika/1.dcm"; subj = 'S-1' } |
            Protect-DicomPatient -Destination "$TestDrive/folders" -KeyPath $key
        $result.InstanceCount | Should -Be 1
    }
}

Describe '-SubjectMap' {
    BeforeAll {
        $map = "$TestDrive/subjects.csv"
        Set-Content $map 'subj,MRN,CT_date', 'S-77,MRN-4711,20240312'
    }

    It 'gives the subjects, as the path of a CSV' {
        $results = Protect-DicomPatient $in -Destination "$TestDrive/mapped" -KeyPath $key -SubjectMap $map
        ($results | Where-Object PatientID -EQ 'MRN-4711').Subject | Should -BeExactly 'S-77'
        ($results | Where-Object PatientID -EQ 'MRN-4712').Subject | Should -Match '^SUBJ-'
    }

    It 'gives the subjects, as entries of Import-SubjectMap' {
        (Protect-Erika @{ SubjectMap = Import-SubjectMap $map }).Subject | Should -BeExactly 'S-77'
    }

    It 'is relative to the location of PowerShell' {
        Push-Location $TestDrive
        (Protect-Erika @{ SubjectMap = 'subjects.csv' }).Subject | Should -BeExactly 'S-77'
        Pop-Location
    }

    It 'yields to a subject that is given' {
        (Protect-Erika @{ SubjectMap = $map; SubjectID = 'S-78' }).Subject | Should -BeExactly 'S-78'
    }

    It 'changes nothing for patients whom it does not name' {
        Set-Content "$TestDrive/foreign.csv" 'subj,MRN', 'S-1,MRN-1'
        (Protect-Erika @{ SubjectMap = "$TestDrive/foreign.csv" }).Subject | Should -BeExactly (Protect-Erika @{}).Subject
    }

    It 'takes the map that a run made' {
        Set-Content "$TestDrive/other.csv" 'subj,MRN', 'OLD-1,MRN-4711'
        Protect-Erika @{ SubjectMap = "$TestDrive/other.csv" } | Export-SubjectMap "$TestDrive/made.csv"
        (Protect-Erika @{ SubjectMap = "$TestDrive/made.csv" }).Subject | Should -BeExactly 'OLD-1'
    }

    It 'stops the run when <Fault>' -ForEach @(
        @{ Fault = 'it gives one MRN two subjects'; Lines = @('subj,MRN', 'S-1,MRN-4711', 'S-2,MRN-4711'); Message = '*one MRN two subjects*' }
        @{ Fault = 'it lacks a column'; Lines = @('name,words', 'Muster,MRN-4711'); Message = '*lacks a column*' }
        @{ Fault = 'it is not there'; Lines = $null; Message = '*cannot be read: it is not there*' }
    ) {
        $path = "$TestDrive/$([guid]::NewGuid()).csv"
        if ($Lines) {
            Set-Content $path $Lines
        }
        $out = "$TestDrive/stopped"
        $problem = { Protect-DicomPatient $in -Destination $out -KeyPath $key -SubjectMap $path } | Should -Throw -ExpectedMessage $Message -PassThru
        "$problem" | Should -Not -Match 'MRN-4711'
        if (Test-Path $out) {
            Get-ChildItem $out -Recurse -File -Force | Should -BeNullOrEmpty
        }
    }

    It 'that gives a patient the own MRN is refused for that patient' {
        Set-Content "$TestDrive/same.csv" 'subj,MRN', 'MRN-4711,MRN-4711'
        $problems = Protect-Erika @{ SubjectMap = "$TestDrive/same.csv" } 2>&1
        $problems.FullyQualifiedErrorId | Should -Be 'GivenValueIsPatients,Dams.Commands.ProtectDicomPatientCommand'
    }
}

Describe 'A derived identity' {
    It 'starts with -SubjectPrefix' {
        $plain = (Protect-Erika @{}).Subject
        (Protect-Erika @{ SubjectPrefix = 'ABC' }).Subject | Should -BeExactly ($plain -replace '^SUBJ-', 'ABC')
    }

    It 'is refused where -SubjectPrefix cannot start a folder' {
        { Protect-Erika @{ SubjectPrefix = '../' } } | Should -Throw -ErrorId 'InvalidSubjectID,Dams.Commands.ProtectDicomPatientCommand'
    }

    It 'names the patient as -PatientNameFormat <Format> says' -ForEach @(
        @{ Format = 'ANON^{Subject}'; Profile = 'Basic'; Expected = 'ANON^{0}' }
        @{ Format = '{Subject}_{CTDate}'; Profile = 'Basic'; Expected = '{0}' }
        @{ Format = '{Subject}_{CTDate}'; Profile = 'Encode'; Expected = '{0}_20240312' }
        @{ Format = 'Anonymous'; Profile = 'Basic'; Expected = 'Anonymous' }
    ) {
        $result = Protect-Erika @{ PatientNameFormat = $Format; Profile = $Profile }
        Get-Value $result.Files[0] PatientName | Should -BeExactly ($Expected -f $result.Subject)
    }

    It 'is refused where -PatientNameFormat names a place that there is not' {
        { Protect-Erika @{ PatientNameFormat = '{Patient}' } } | Should -Throw -ErrorId 'UnknownPlace,Dams.Commands.ProtectDicomPatientCommand'
    }

    It 'is refused where -PatientNameFormat makes a name of more than 64 characters' {
        $problems = Protect-Erika @{ PatientNameFormat = 'x' * 60 + '{Subject}' } 2>&1
        $problems.FullyQualifiedErrorId | Should -Be 'NameTooLong,Dams.Commands.ProtectDicomPatientCommand'
    }
}
