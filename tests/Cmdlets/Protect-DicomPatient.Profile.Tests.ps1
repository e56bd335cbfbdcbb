BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $in = "$TestDrive/in"
    $source = (New-TestDicom "$in/1.dcm" @{
            PatientComments = 'old words'
            OtherPatientIDsSequence = @{ PatientID = 'MRN-OLD'; '0010,0022 CS' = 'TEXT' }
            '0009,0010 LO' = 'MUSTER MAKER'
            '0009,1001 LO' = 'private words'
        }).FullName

    # The file that a run of its own makes of the source.
    function Protect-One([hashtable] $Parameter) {
        (Protect-DicomPatient $in -Destination "$TestDrive/$([guid]::NewGuid())" -KeyPath $key @Parameter).Files[0]
    }
}

Describe '-Profile' {
    It 'is Basic unless given' {
        (Get-FileHash (Protect-One @{})).Hash | Should -Be (Get-FileHash (Protect-One @{ Profile = 'Basic' })).Hash
    }

    It 'is taken in any case' {
        (Get-FileHash (Protect-One @{ Profile = 'eNCODE' })).Hash | Should -Be (Get-FileHash (Protect-One @{ Profile = 'Encode' })).Hash
    }

    It 'Basic removes or empties what table E.1-1 says, and private elements' {
        $elements = Get-DicomElement (Protect-One @{}) -Recurse
        $elements.Keyword | Should -Not -Contain 'PatientComments'
        $elements.Keyword | Should -Not -Contain 'StudyDescription'
        $elements.Tag | Should -Not -Contain '(0009,1001)'
        ($elements | Where-Object Keyword -EQ 'AccessionNumber').Length | Should -Be 0
        "$($elements.Value)" | Should -Not -Match 'MRN-OLD'
    }

    It 'Encode changes six attributes, keeps the year of birth and leaves every other element' {
        $file = Protect-One @{ Profile = 'Encode' }
        $changed = 'PatientName', 'PatientID', 'PatientBirthDate', 'InstitutionName', 'InstitutionAddress', 'StudyDescription'
        $before = Get-DicomElement $source -Recurse | Where-Object Keyword -NotIn $changed
        $after = Get-DicomElement $file -Recurse | Where-Object Keyword -NotIn $changed

        $after.ElementPath | Should -Be $before.ElementPath
        ($after | ForEach-Object { "$($_.Value)" }) | Should -Be ($before | ForEach-Object { "$($_.Value)" })
        Get-Value $file PatientBirthDate | Should -Be '19520101'
        Get-Value $file StudyDescription | Should -BeNullOrEmpty
        Find-FileWith (Split-Path $file) 'Muster^Erika', 'MRN-4711', 'MRN-OLD', 'Musterklinik' | Should -BeNullOrEmpty
    }

    It 'Encode dates the folder of the series' {
        Protect-One @{ Profile = 'Encode' } | Should -Match '[\\/](SUBJ-\w+)[\\/]\1_20240312[\\/]CT_3_[0-9a-f]{8}[\\/]00001_[0-9a-f]{8}\.dcm$'
    }

    It 'of an unknown name stops the run and says which there are' {
        $out = "$TestDrive/unknown"
        { Protect-DicomPatient $in -Destination $out -KeyPath $key -Profile Nothing } |
            Should -Throw -ErrorId 'UnknownProfile,Dams.Commands.ProtectDicomPatientCommand' -ExpectedMessage '*Basic*Encode*'
        $out | Should -Not -Exist
    }

    It 'is not empty' {
        { Protect-One @{ Profile = '' } } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }
}

Describe '-Option' {
    It 'takes none but the options of PS3.15' {
        { Protect-One @{ Option = 'RetainEverything' } } | Should -Throw -ErrorId 'CannotConvertArgumentNoMessage,*' -ExpectedMessage '*RetainUIDs*'
    }

    It 'adds to Basic, several at once, and is told in the output' {
        $file = Protect-One @{ Option = 'RetainUIDs', 'RetainInstitutionIdentity' }
        Get-Value $file SeriesInstanceUID | Should -BeExactly '1.2.3.1'
        Get-Value $file InstitutionName | Should -BeExactly 'Musterklinik'
        Get-Value $file PatientID | Should -Match '^SUBJ-'
        (Get-DicomElement $file CodeValue -Recurse).Value | Sort-Object | Should -Be '113100', '113110', '113112'
    }

    It 'does not go with Encode' {
        { Protect-One @{ Profile = 'Encode'; Option = 'RetainUIDs' } } | Should -Throw -ErrorId 'OptionsOfEncode,Dams.Commands.ProtectDicomPatientCommand'
    }

    It 'cannot keep dates and move them' {
        { Protect-One @{ Option = 'RetainLongitudinalFullDates', 'RetainLongitudinalModifiedDates' } } |
            Should -Throw -ErrorId 'ContradictoryDates,Dams.Commands.ProtectDicomPatientCommand'
    }

    It 'that moves dates moves them in the folder, in the PatientName and in the file alike' {
        $file = Protect-One @{ Option = 'RetainLongitudinalModifiedDates' }
        $date = Get-Value $file AcquisitionDate
        $date | Should -Match '^\d{8}$'
        $date | Should -Not -Be '20240312'
        Get-Value $file PatientName | Should -BeLike "SUBJ-*_$date"
        $file | Should -Match "[\\/](SUBJ-\w+)[\\/]\1_$date[\\/]"
    }
}

Describe '-Remove, -Keep and -Replace' {
    It 'remove what they name, by keyword or tag' {
        $elements = Get-DicomElement (Protect-One @{ Remove = 'Manufacturer', '0018,0050', '(0009,1001)'; Profile = 'Encode' })
        $elements.Keyword | Should -Not -Contain 'Manufacturer'
        $elements.Keyword | Should -Not -Contain 'SliceThickness'
        $elements.Tag | Should -Not -Contain '(0009,1001)'
        $elements.Keyword | Should -Contain 'Modality'
    }

    It 'keep what they name as it is' {
        $file = Protect-One @{ Keep = 'SeriesDescription', '0008,1030' }
        Get-Value $file SeriesDescription | Should -BeExactly 'venous'
        Get-Value $file StudyDescription | Should -BeExactly 'CT Abdomen Muster'
        Get-Value (Protect-One @{}) SeriesDescription | Should -BeNullOrEmpty
    }

    It 'replace what they name' {
        $file = Protect-One @{ Replace = @{ SeriesDescription = 'phase 1'; '0008,0080' = 'A hospital'; InstanceNumber = 7 } }
        Get-Value $file SeriesDescription | Should -BeExactly 'phase 1'
        Get-Value $file InstitutionName | Should -BeExactly 'A hospital'
        Get-Value $file InstanceNumber | Should -Be '7'
    }

    It 'replace in Encode, where the attribute would be emptied' {
        $file = Protect-One @{ Profile = 'Encode'; Replace = [ordered]@{ InstitutionName = 'A hospital'; StudyDescription = 'CT' } }
        Get-Value $file InstitutionName | Should -BeExactly 'A hospital'
        Get-Value $file StudyDescription | Should -BeExactly 'CT'
    }

    It 'win over the profile at any depth' {
        $file = Protect-One @{ Profile = 'Encode'; Remove = 'OtherPatientIDsSequence' }
        (Get-DicomElement $file -Recurse).Keyword | Should -Not -Contain 'OtherPatientIDsSequence'
    }

    It 'stop the run when -<Name> names no attribute' -ForEach @(
        @{ Name = 'Remove'; Value = 'PatientNam' }, @{ Name = 'Keep'; Value = '0010' }, @{ Name = 'Replace'; Value = @{ Patientname2 = 'x' } }
    ) {
        $out = "$TestDrive/attribute"
        $parameter = @{ $Name = $Value }
        { Protect-DicomPatient $in -Destination $out -KeyPath $key @parameter } |
            Should -Throw -ErrorId 'UnknownAttribute,Dams.Commands.ProtectDicomPatientCommand'
        $out | Should -Not -Exist
    }

    It 'fail a file whose character set cannot write the new value, and leave nothing of it' {
        $out = "$TestDrive/charset"
        $result = Protect-DicomPatient $in -Destination $out -KeyPath $key -Replace @{ SeriesDescription = "`u{d64d}" } -ErrorVariable problems -ErrorAction SilentlyContinue
        $result.InstanceCount | Should -Be 0
        $result.FailedCount | Should -Be 1
        $result.Files | Should -BeNullOrEmpty
        $result.Path | Should -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -Be 'NotInCharacterSet,Dams.Commands.ProtectDicomPatientCommand'
        Get-ChildItem $out -Recurse -File -Force | Should -BeNullOrEmpty
    }
}
