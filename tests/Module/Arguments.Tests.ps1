BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $in = "$TestDrive/in"
    $null = New-TestDicom "$in/1.dcm"
    $null = New-ProtectionKey "$TestDrive/key"
}

Describe 'A path of another provider' {
    It 'as -<Parameter> is an error of the configuration that names the parameter' -ForEach @(
        @{ Parameter = 'Destination'; More = @{ Destination = 'Env:/PATH' } }
        @{ Parameter = 'KeyPath'; More = @{ Destination = 'out'; KeyPath = 'Env:/PATH' } }
        @{ Parameter = 'Profile'; More = @{ Destination = 'out'; Profile = 'Env:/recipe.json' } }
    ) {
        { Protect-DicomPatient $in @More } | Should -Throw "The path of -$Parameter *" -ErrorId 'UnusablePath,*'
    }
}

Describe 'A birth date in a row of a list' {
    It 'that is none fails that patient alone' {
        $null = New-TestDicom "$TestDrive/other/1.dcm" @{ PatientID = 'MRN-4712'; StudyInstanceUID = '1.3'; SeriesInstanceUID = '1.3.1'; SOPInstanceUID = '1.3.1.1' }
        $rows = @(
            [pscustomobject]@{ Path = "$TestDrive/other"; PatientBirthDate = 'Sonderling' }
            [pscustomobject]@{ Path = $in; PatientBirthDate = '1950-06-07' }
        )

        $results = $rows | Protect-DicomPatient -Destination "$TestDrive/out" -KeyPath "$TestDrive/key" -ErrorVariable problems -ErrorAction SilentlyContinue

        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UnreadableBirthDate,*'
        "$($problems[0])" | Should -Not -BeLike '*Sonderling*'
        $results.InstanceCount | Should -Be 1
        (Get-DicomElement $results.Files[0] PatientBirthDate).Value | Should -Be '19500607'
    }
}

Describe 'Segmentations' {
    It 'are not repaired <Case>' -ForEach @(
        @{ Case = 'with no place for what it repairs'; More = @{} }
        @{ Case = 'with two places'; More = @{ Destination = 'out'; InPlace = $true } }
    ) {
        { Repair-SegmentationSeries $in -KeyPath "$TestDrive/key" @More } | Should -Throw -ErrorId 'DestinationOrInPlace,*'
    }

    It 'are not linked without anything to refer to' {
        { Set-SegmentationReference $in -Label Tumor } | Should -Throw -ErrorId 'NothingToLink,*'
    }
}
