BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $in = "$TestDrive/Muster_Erika"
    $null = New-TestDicom "$in/visit/IM_Muster.dcm"
    $null = New-TestDicom "$in/visit/second.dcm" @{ InstanceNumber = '12'; SOPInstanceUID = '1.2.3.4.12'; PixelData = [byte[]](9..16) }
    $null = New-TestDicom "$in/mr.dcm" @{ Modality = 'MR'; SeriesNumber = $null; SeriesInstanceUID = '1.2.3.2'; SOPInstanceUID = '1.2.3.5' }
    $patient = 'Muster', 'Erika', 'MRN-4711', '19520817', 'ACC-815', 'Musterklinik', 'Beispiel', '20240311', '20240312'
    $results = @(Protect-DicomPatient $in -Destination "$TestDrive/out" -KeyPath $key)
    $ct = $results | Where-Object Modality -EQ 'CT'
}

Describe 'Protect-DicomPatient' {
    It 'gives one object for each series, with the properties of the design' {
        $results | Should -HaveCount 2
        $ct | Should -BeOfType 'Dams.ProtectedSeries'
        $ct.psobject.Properties.Name | Should -BeExactly @(
            'Subject', 'PatientID', 'CTDate', 'SourceSeriesInstanceUID', 'SeriesInstanceUID', 'Modality', 'InstanceCount'
            'FailedCount', 'Path', 'Files', 'CTDay', 'BurnedInText', 'BurnedInReasons')
    }

    It 'says who is who and what came out' {
        $ct.Subject | Should -Match '^SUBJ-[0-9A-HJKMNP-TV-Z]{12}$'
        $ct.PatientID | Should -BeExactly 'MRN-4711'
        $ct.CTDate | Should -BeExactly '20240312'
        $ct.SourceSeriesInstanceUID | Should -BeExactly '1.2.3.1'
        $ct.SeriesInstanceUID | Should -BeExactly (Get-Value $ct.Files[0] SeriesInstanceUID)
        $ct.InstanceCount | Should -Be 2
        $ct.FailedCount | Should -Be 0
        $ct.Files | Should -HaveCount 2
        $ct.Path | Should -Be (Split-Path $ct.Files[0])
    }

    It 'puts an instance where the design says' {
        $subject = [regex]::Escape($ct.Subject)
        $places = Get-ChildItem "$TestDrive/out" -Recurse -File | ForEach-Object { $_.FullName.Substring("$TestDrive/out/".Length) -replace '\\', '/' }
        $places | Should -HaveCount 3
        $places -match "^$subject/$subject/CT_3_[0-9a-f]{8}/00001_[0-9a-f]{8}\.dcm$" | Should -HaveCount 1
        $places -match "^$subject/$subject/CT_3_[0-9a-f]{8}/00012_[0-9a-f]{8}\.dcm$" | Should -HaveCount 1
        $places -match "^$subject/$subject/MR_0_[0-9a-f]{8}/00001_[0-9a-f]{8}\.dcm$" | Should -HaveCount 1
    }

    It 'leaves nothing of the patient in any byte or path' {
        Find-FileWith "$TestDrive/out" $patient | Should -BeNullOrEmpty
        Find-FileWith $in $patient | Should -HaveCount 3
    }

    It 'leaves the source as it was' {
        $before = Get-TreeHash $in
        $null = Protect-DicomPatient $in -Destination "$TestDrive/again" -KeyPath $key
        Get-TreeHash $in | Should -Be $before
    }

    It 'gives the subject as the new PatientID and the new PatientName' {
        Get-Value $ct.Files[0] PatientID | Should -BeExactly $ct.Subject
        Get-Value $ct.Files[0] PatientName | Should -BeExactly $ct.Subject
    }

    It 'gives new UIDs that belong together' {
        $uids = $results.Files | ForEach-Object { [pscustomobject]@{ Study = Get-Value $_ StudyInstanceUID; Frame = Get-Value $_ FrameOfReferenceUID } }
        $uids.Study | Sort-Object -Unique | Should -Match '^2\.25\.\d+$'
        $uids.Study | Sort-Object -Unique | Should -HaveCount 1
        $uids.Frame | Sort-Object -Unique | Should -HaveCount 1
        Get-Value $ct.Files[0] MediaStorageSOPInstanceUID | Should -Be (Get-Value $ct.Files[0] SOPInstanceUID)
    }

    It 'says what was done' {
        Get-Value $ct.Files[0] PatientIdentityRemoved | Should -Be 'YES'
        Get-Value $ct.Files[0] DeidentificationMethod | Should -Not -BeNullOrEmpty
        Get-Value $ct.Files[0] DeidentificationMethodCodeSequence | Should -Be 1
        Get-Value $ct.Files[0] LongitudinalTemporalInformationModified | Should -Be 'REMOVED'
    }

    It 'keeps the pixel data' {
        $pixels = [IO.File]::ReadAllBytes($ct.Files[1])[-8..-1]
        $pixels | Should -Be (9..16)
    }

    It 'makes the destination, with its folders' {
        $null = Protect-DicomPatient $in -Destination "$TestDrive/some/where/new" -KeyPath $key
        Get-TreeHash "$TestDrive/some/where/new" | Should -Be (Get-TreeHash "$TestDrive/out")
    }

    It 'takes series of Get-DicomSeries, through the pipeline and as -InputObject' {
        $null = Get-DicomSeries $in | Protect-DicomPatient -Destination "$TestDrive/piped" -KeyPath $key
        Get-TreeHash "$TestDrive/piped" | Should -Be (Get-TreeHash "$TestDrive/out")
        $null = Protect-DicomPatient -InputObject (Get-DicomSeries $in) -Destination "$TestDrive/given" -KeyPath $key
        Get-TreeHash "$TestDrive/given" | Should -Be (Get-TreeHash "$TestDrive/out")
    }

    It 'takes some of the series' {
        $one = Get-DicomSeries $in | Where-Object Modality -EQ 'MR' | Protect-DicomPatient -Destination "$TestDrive/few" -KeyPath $key
        $one.Modality | Should -Be 'MR'
        Get-ChildItem "$TestDrive/few" -Recurse -File | Should -HaveCount 1
    }

    It 'goes through without asking' {
        $results = Protect-DicomPatient $in -Destination "$TestDrive/sure" -KeyPath $key -Confirm:$false
        $results | Should -HaveCount 2
    }

    It 'writes nothing with -WhatIf, neither the destination nor a key' {
        $before = [Environment]::GetEnvironmentVariable('XDG_DATA_HOME')
        $env:XDG_DATA_HOME = "$TestDrive/home"
        try {
            Protect-DicomPatient $in -Destination "$TestDrive/never" -WhatIf | Should -BeNullOrEmpty
        }
        finally {
            $env:XDG_DATA_HOME = $before
        }
        "$TestDrive/never" | Should -Not -Exist
        "$TestDrive/home" | Should -Not -Exist
    }

    It 'makes the key of the user on first use, tells its place once and uses it again' -Skip:$IsWindows {
        $before = [Environment]::GetEnvironmentVariable('XDG_DATA_HOME')
        $env:XDG_DATA_HOME = "$TestDrive/account"
        try {
            $first = Protect-DicomPatient $in -Destination "$TestDrive/own1" -WarningVariable told -WarningAction SilentlyContinue
            $second = Protect-DicomPatient $in -Destination "$TestDrive/own2" -WarningVariable toldAgain -WarningAction SilentlyContinue
        }
        finally {
            $env:XDG_DATA_HOME = $before
        }
        "$TestDrive/account/dams/protection.key" | Should -Exist
        (Get-Item "$TestDrive/account/dams/protection.key").UnixMode | Should -Be '-rw-------'
        $told.Message | Should -BeLike "A new key was made at $TestDrive/account/dams/protection.key.*"
        $toldAgain | Should -BeNullOrEmpty
        $second.Subject | Should -Be $first.Subject
    }

    It 'shows no MRN and no date in its table' {
        $table = $results | Out-String -Width 500
        $table | Should -Match ([regex]::Escape($ct.Subject))
        $table | Should -Not -Match 'MRN-4711|20240312'
    }
}
