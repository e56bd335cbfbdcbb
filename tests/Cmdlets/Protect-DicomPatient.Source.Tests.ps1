BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName

    # Protects a folder into one of its own; gives the results, the warnings and the errors.
    function Protect-Folder([string] $Path, [hashtable] $Parameter = @{}) {
        $out = "$TestDrive/$([guid]::NewGuid())"
        $all = Protect-DicomPatient $Path -Destination $out -KeyPath $key @Parameter 3>&1 2>&1
        [pscustomobject]@{
            Out = $out
            Results = @($all | Where-Object { $_ -isnot [Management.Automation.WarningRecord] -and $_ -isnot [Management.Automation.ErrorRecord] })
            Warnings = @($all | Where-Object { $_ -is [Management.Automation.WarningRecord] } | ForEach-Object Message)
            Errors = @($all | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
            Files = @(if (Test-Path $out) { Get-ChildItem $out -Recurse -File -Force })
        }
    }
}

Describe 'Files that share a SOP Instance UID' {
    BeforeAll {
        $null = New-TestDicom "$TestDrive/twice/1.dcm"
        Copy-Item "$TestDrive/twice/1.dcm" "$TestDrive/twice/2.dcm"
        $null = New-TestDicom "$TestDrive/other/1.dcm"
        $null = New-TestDicom "$TestDrive/other/2.dcm" @{ PixelData = [byte[]](9..16) }
    }

    It 'come out once where they are the same bytes, and that is told' {
        $run = Protect-Folder "$TestDrive/twice"
        $run.Files | Should -HaveCount 1
        $run.Results.InstanceCount | Should -Be 1
        $run.Results.FailedCount | Should -Be 0
        $run.Warnings | Should -Be '1 file has the same bytes as another; one copy was written.'
        $run.Errors | Should -BeNullOrEmpty
    }

    It 'come out both where their bytes differ, and that is told' {
        $run = Protect-Folder "$TestDrive/other"
        $run.Files | Should -HaveCount 2
        $run.Results.InstanceCount | Should -Be 2
        $run.Warnings | Should -HaveCount 1
        $run.Warnings[0] | Should -BeLike '1 file has the SOP Instance UID of another but other bytes; all were written.*'
        $run.Errors | Should -BeNullOrEmpty
    }

    It 'have names that depend neither on their order nor on how the work was split' {
        $together = Protect-Folder "$TestDrive/other"
        $turned = "$TestDrive/turned"
        $null = Get-Item "$TestDrive/other/2.dcm", "$TestDrive/other/1.dcm" | ForEach-Object { Protect-DicomPatient $_.FullName -Destination $turned -KeyPath $key }
        Get-TreeHash $turned | Should -Be (Get-TreeHash $together.Out)
    }
}

Describe 'Files that are no instances' {
    It 'never reach the destination and are counted' {
        $in = "$TestDrive/mixed"
        $null = New-TestDicom "$in/1.dcm"
        $null = New-TestDicom "$in/DICOMDIR" @{ SOPClassUID = '1.2.840.10008.1.3.10' }
        $null = New-TestDicom "$in/renamed.dcm" @{ DirectoryRecordSequence = @{ PatientName = 'Muster^Erika' } }
        Set-Content "$in/list.csv", "$in/notes.txt", "$in/photo.dcm" 'some text, longer than what a header needs to be read'

        $run = Protect-Folder $in
        $run.Files | Should -HaveCount 1
        $run.Warnings | Should -Be '3 files are not DICOM and were left out.', '2 DICOMDIR were left out.'
        $run.Errors | Should -BeNullOrEmpty
    }

    It 'are an error each where they are broken instances, and the others come out' {
        $in = "$TestDrive/broken"
        $whole = New-TestDicom "$in/1.dcm"
        $bytes = [IO.File]::ReadAllBytes($whole)
        [IO.File]::WriteAllBytes("$in/2.dcm", [byte[]]@())
        [IO.File]::WriteAllBytes("$in/3.dcm", $bytes[0..300])
        [IO.File]::WriteAllBytes("$in/4.dcm", $bytes[0..($bytes.Length - 3)])

        $run = Protect-Folder $in
        $run.Files | Should -HaveCount 1
        $run.Results.InstanceCount | Should -Be 1
        $run.Results.FailedCount | Should -Be 1
        $run.Errors.FullyQualifiedErrorId -replace ',.*' | Sort-Object | Should -Be 'EmptyFile', 'TruncatedElement', 'TruncatedElement'
        $run.Errors | ForEach-Object { $_.TargetObject | Should -BeNullOrEmpty }
    }

    It 'leave the destination unmade where there is nothing else' {
        $null = New-Item -ItemType Directory "$TestDrive/nothing"
        $run = Protect-Folder "$TestDrive/nothing"
        $run.Results | Should -BeNullOrEmpty
        $run.Out | Should -Not -Exist
    }
}

Describe 'A source that is not clear about who a patient is' {
    It 'is told where one PatientID has two birth dates, by its subject' {
        $null = New-TestDicom "$TestDrive/births/1.dcm"
        $null = New-TestDicom "$TestDrive/births/2.dcm" @{ PatientBirthDate = '19520818'; SeriesInstanceUID = '1.2'; SOPInstanceUID = '1.2.1' }
        $run = Protect-Folder "$TestDrive/births"
        $run.Results | Should -HaveCount 2
        $run.Warnings | Should -HaveCount 1
        $run.Warnings[0] | Should -BeLike "$($run.Results[0].Subject): one PatientID occurs with two birth dates.*"
    }

    It 'has one subject for each study where there is no PatientID, and that is told once' {
        $null = New-TestDicom "$TestDrive/nameless/1.dcm" @{ PatientID = $null }
        $null = New-TestDicom "$TestDrive/nameless/2.dcm" @{ PatientID = ''; SeriesInstanceUID = '1.2'; SOPInstanceUID = '1.2.1' }
        $null = New-TestDicom "$TestDrive/nameless/3.dcm" @{ PatientID = ' '; StudyInstanceUID = '1.9'; SeriesInstanceUID = '1.3'; SOPInstanceUID = '1.3.1' }
        $run = Protect-Folder "$TestDrive/nameless"
        $run.Results.Subject | Sort-Object -Unique | Should -HaveCount 2
        $run.Results[0].Subject | Should -Be $run.Results[1].Subject
        $run.Warnings | Should -HaveCount 1
        $run.Warnings[0] | Should -BeLike 'Instances without PatientID:*'
        Get-Value $run.Results[0].Files[0] PatientID | Should -Be $run.Results[0].Subject
    }

    Context 'where a PatientID occurs with and without an issuer' {
        BeforeAll {
            $null = New-TestDicom "$TestDrive/issuers/1.dcm"
            $null = New-TestDicom "$TestDrive/issuers/2.dcm" @{ IssuerOfPatientID = 'HOSPITAL'; SeriesInstanceUID = '1.2'; SOPInstanceUID = '1.2.1' }
        }

        It 'has two subjects, and that is told without naming it' {
            $run = Protect-Folder "$TestDrive/issuers"
            $run.Results.Subject | Sort-Object -Unique | Should -HaveCount 2
            $run.Warnings | Should -HaveCount 1
            $run.Warnings[0] | Should -BeLike '*-IgnoreIssuer*'
            $run.Warnings[0] | Should -Not -Match 'HOSPITAL|MRN-4711'
        }

        It 'has one with -IgnoreIssuer, and nothing is told' {
            $run = Protect-Folder "$TestDrive/issuers" @{ IgnoreIssuer = $true }
            $run.Results.Subject | Sort-Object -Unique | Should -HaveCount 1
            $run.Warnings | Should -BeNullOrEmpty
        }
    }

    It 'has a subject for each issuer' {
        $null = New-TestDicom "$TestDrive/sites/1.dcm" @{ IssuerOfPatientID = 'A' }
        $null = New-TestDicom "$TestDrive/sites/2.dcm" @{ IssuerOfPatientID = 'B'; SeriesInstanceUID = '1.2'; SOPInstanceUID = '1.2.1' }
        $run = Protect-Folder "$TestDrive/sites"
        $run.Results.Subject | Sort-Object -Unique | Should -HaveCount 2
        $run.Warnings | Should -BeNullOrEmpty
    }
}

Describe '-KeepStructure' {
    BeforeAll {
        $in = "$TestDrive/kept"
        $null = New-TestDicom "$in/visit 1/IM1"
        $null = New-TestDicom "$in/visit 1/below/IM2.dcm" @{ SOPInstanceUID = '1.2.3.4.2' }
        $null = New-TestDicom "$in/IM3.dcm" @{ SeriesInstanceUID = '1.2'; SOPInstanceUID = '1.2.1' }
    }

    It 'keeps the folders and names below the folder that was named' {
        $run = Protect-Folder $in @{ KeepStructure = $true }
        $run.Files.FullName | Sort-Object -Culture '' | Should -Be @(
            Get-Item "$($run.Out)/IM3.dcm", "$($run.Out)/visit 1/IM1", "$($run.Out)/visit 1/below/IM2.dcm" |
                ForEach-Object FullName | Sort-Object -Culture '')
        Find-FileWith $run.Out 'Muster^Erika', 'MRN-4711' | Should -BeNullOrEmpty
    }

    It 'changes names only, not bytes' {
        $kept = Protect-Folder $in @{ KeepStructure = $true }
        $plain = Protect-Folder $in
        ($kept.Files | Get-FileHash).Hash | Sort-Object | Should -Be (($plain.Files | Get-FileHash).Hash | Sort-Object)
    }

    It 'keeps the name alone of a file that was named itself' {
        $run = Protect-Folder "$in/visit 1/below/IM2.dcm" @{ KeepStructure = $true }
        $run.Files.FullName | Should -Be (Get-Item "$($run.Out)/IM2.dcm").FullName
    }

    It 'never overwrites: of two files with one name the second is an error' {
        $null = New-TestDicom "$TestDrive/left/1.dcm"
        $null = New-TestDicom "$TestDrive/right/1.dcm" @{ PatientID = 'MRN-2'; SeriesInstanceUID = '1.3'; SOPInstanceUID = '1.3.1' }
        $all = Get-DicomSeries "$TestDrive/left", "$TestDrive/right" |
            Protect-DicomPatient -Destination "$TestDrive/clash" -KeyPath $key -KeepStructure -ThrottleLimit 1 2>&1
        $all.Where({ $_ -is [Management.Automation.ErrorRecord] }).FullyQualifiedErrorId |
            Should -Be 'OutputNameTaken,Dams.Commands.ProtectDicomPatientCommand'
        Get-ChildItem "$TestDrive/clash" -Recurse -File -Force | Should -HaveCount 1
        Get-Value "$TestDrive/clash/1.dcm" PatientID | Should -Be ($all.Where({ $_.InstanceCount -eq 1 }).Subject)
    }
}
