BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
}

Describe 'Many workers' {
    It 'lose no file where several make a new folder at one moment' {
        foreach ($series in 1..60) {
            foreach ($instance in 1..2) {
                $null = New-TestDicom "$TestDrive/many/$series/$instance.dcm" @{
                    PatientID = "MRN-$series"; SeriesInstanceUID = "1.$series"; SOPInstanceUID = "1.$series.$instance"; InstanceNumber = "$instance"
                }
            }
        }
        foreach ($run in 1..12) {
            $results = Protect-DicomPatient "$TestDrive/many" -Destination "$TestDrive/out$run" -KeyPath $key -ThrottleLimit 8 -ErrorVariable problems -ErrorAction SilentlyContinue
            $problems | Should -BeNullOrEmpty
            ($results | Measure-Object InstanceCount -Sum).Sum | Should -Be 120
        }
    }
}

Describe 'A run on half of the files and a run on the other half' {
    It 'give what one run gives, where the days of a series differ, with profile <_>' -ForEach 'Encode', 'Research' {
        $null = New-TestDicom "$TestDrive/a/1.dcm" @{ AcquisitionDate = '20240312' }
        $null = New-TestDicom "$TestDrive/b/2.dcm" @{ AcquisitionDate = '20240311'; SOPInstanceUID = '1.2.3.4.2'; InstanceNumber = '2' }
        $null = Protect-DicomPatient "$TestDrive/a", "$TestDrive/b" -Destination "$TestDrive/one$_" -KeyPath $key -Profile $_
        $null = Protect-DicomPatient "$TestDrive/a" -Destination "$TestDrive/two$_" -KeyPath $key -Profile $_
        $null = Protect-DicomPatient "$TestDrive/b" -Destination "$TestDrive/two$_" -KeyPath $key -Profile $_
        Get-TreeHash "$TestDrive/two$_" | Should -Be (Get-TreeHash "$TestDrive/one$_")
    }

    # Texts lose what any file of the same patient names, so a batch is split between patients.
    It 'give what one run gives, where the text of one file speaks of somebody whom another of the patient names' {
        $null = New-TestDicom "$TestDrive/c/1.dcm" @{ ReferringPhysicianName = $null; StudyDescription = 'report by Zwiebel' }
        $null = New-TestDicom "$TestDrive/c/2.dcm" @{ ReferringPhysicianName = 'Zwiebel^Karl'; SOPInstanceUID = '1.2.3.4.2'; InstanceNumber = '2' }
        $null = New-TestDicom "$TestDrive/d/3.dcm" @{ PatientID = 'MRN-4712'; StudyInstanceUID = '1.3'; SeriesInstanceUID = '1.3.1'; SOPInstanceUID = '1.3.1.1' }
        $null = Protect-DicomPatient "$TestDrive/c", "$TestDrive/d" -Destination "$TestDrive/together" -KeyPath $key -Profile Research
        $null = 'c', 'd' | ForEach-Object { Protect-DicomPatient "$TestDrive/$_" -Destination "$TestDrive/apart" -KeyPath $key -Profile Research }
        Get-TreeHash "$TestDrive/apart" | Should -Be (Get-TreeHash "$TestDrive/together")
        Find-FileWith "$TestDrive/together" 'Zwiebel' | Should -BeNullOrEmpty
    }
}
