BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    Initialize-Demo "$TestDrive/demo"
    $in = "$TestDrive/demo/source"
    $key = "$TestDrive/demo/private/protection.key"
    $null = Protect-DicomPatient $in -Destination "$TestDrive/once" -KeyPath $key
    $once = Get-TreeHash "$TestDrive/once"
}

Describe 'The same input and the same key' {
    It 'give the same tree again' {
        $once | Should -HaveCount 96
        $null = Protect-DicomPatient $in -Destination "$TestDrive/again" -KeyPath $key
        Get-TreeHash "$TestDrive/again" | Should -Be $once
    }

    It 'give what the command gives' {
        & (Get-CommandPath) protect $in --destination "$TestDrive/command" --key $key --export-map "$TestDrive/command.csv" 2>$null
        $LASTEXITCODE | Should -Be 0
        Get-TreeHash "$TestDrive/command" | Should -Be $once
    }

    It 'give the same with -ThrottleLimit <_>' -ForEach 1, 8 {
        $null = Protect-DicomPatient $in -Destination "$TestDrive/workers$_" -KeyPath $key -ThrottleLimit $_
        Get-TreeHash "$TestDrive/workers$_" | Should -Be $once
    }

    It 'give the same where people write dates and letters otherwise: <_>' -ForEach 'tr-TR', 'ar-SA', 'th-TH', 'de-DE' {
        $before = [cultureinfo]::CurrentCulture
        [cultureinfo]::CurrentCulture = [cultureinfo]::DefaultThreadCurrentCulture = $_
        try {
            $null = Protect-DicomPatient $in -Destination "$TestDrive/$_" -KeyPath $key -Profile 'basic' -Keep 'positionreferenceindicator'
            $thickness = (Get-DicomSeries $in)[0].SliceThickness
        }
        finally {
            [cultureinfo]::DefaultThreadCurrentCulture = $null
            [cultureinfo]::CurrentCulture = $before
        }
        Get-TreeHash "$TestDrive/$_" | Should -Be $once
        $thickness | Should -Be 2
    }

    It 'give the same from a copy of the source elsewhere, under other names' {
        $files = Get-ChildItem $in -Recurse -File | Sort-Object FullName -Descending
        $null = New-Item -ItemType Directory "$TestDrive/elsewhere"
        for ($i = 0; $i -lt $files.Count; $i++) {
            Copy-Item $files[$i] "$TestDrive/elsewhere/$i"
        }
        $null = Protect-DicomPatient "$TestDrive/elsewhere" -Destination "$TestDrive/renamed" -KeyPath $key
        Get-TreeHash "$TestDrive/renamed" | Should -Be $once
    }

    It 'give the same when one patient comes after the other' {
        foreach ($patient in 'patient2', 'patient1') {
            $null = Protect-DicomPatient "$in/$patient" -Destination "$TestDrive/patients" -KeyPath $key
        }
        Get-TreeHash "$TestDrive/patients" | Should -Be $once
    }

    It 'give the same when half of the files come after the other, with profile <_>' -ForEach 'Basic', 'Encode' {
        $files = (Get-ChildItem $in -Recurse -File).FullName
        foreach ($rest in 1, 0) {
            $half = @(for ($i = $rest; $i -lt $files.Count; $i += 2) { $files[$i] })
            $null = Protect-DicomPatient -LiteralPath $half -Destination "$TestDrive/halves$_" -KeyPath $key -Profile $_
        }
        $null = Protect-DicomPatient $in -Destination "$TestDrive/whole$_" -KeyPath $key -Profile $_
        Get-TreeHash "$TestDrive/halves$_" | Should -Be (Get-TreeHash "$TestDrive/whole$_")
    }

    It 'give the same in two PowerShells at once' {
        $jobs = 'patient1', 'patient2' | ForEach-Object {
            $patient = "$in/$_"
            Start-Job {
                Import-Module "$using:repository/Dams.psd1"
                $null = Protect-DicomPatient $using:patient -Destination "$using:TestDrive/jobs" -KeyPath $using:key
            }
        }
        $jobs | Receive-Job -Wait -AutoRemoveJob | Should -BeNullOrEmpty
        Get-TreeHash "$TestDrive/jobs" | Should -Be $once
    }

    It 'give the same map, whatever the order' {
        Protect-DicomPatient $in -Destination "$TestDrive/map1" -KeyPath $key | Export-SubjectMap "$TestDrive/map1.csv"
        Get-DicomSeries "$in/patient2", "$in/patient1" | Protect-DicomPatient -Destination "$TestDrive/map2" -KeyPath $key |
            Export-SubjectMap "$TestDrive/map2.csv"
        Get-Content "$TestDrive/map2.csv" -Raw | Should -BeExactly (Get-Content "$TestDrive/map1.csv" -Raw)
        Get-Content "$TestDrive/map1.csv" -Raw | Should -BeExactly (Get-Content "$TestDrive/command.csv" -Raw)
    }
}

Describe 'Another key' {
    It 'gives other subjects, UIDs and names, none of which are in both' {
        $null = New-ProtectionKey "$TestDrive/other.key"
        $mine = Protect-DicomPatient $in -Destination "$TestDrive/mine" -KeyPath $key
        $other = Protect-DicomPatient $in -Destination "$TestDrive/other" -KeyPath "$TestDrive/other.key"

        $other.PatientID | Should -Be $mine.PatientID
        $other.Subject | Where-Object { $_ -in $mine.Subject } | Should -BeNullOrEmpty
        $other.SeriesInstanceUID | Where-Object { $_ -in $mine.SeriesInstanceUID } | Should -BeNullOrEmpty
        $names = { Get-ChildItem $args[0] -Recurse -File | ForEach-Object Name }
        (& $names "$TestDrive/other") | Where-Object { $_ -in (& $names "$TestDrive/mine") } | Should -BeNullOrEmpty
        foreach ($tag in 'StudyInstanceUID', 'SOPInstanceUID', 'FrameOfReferenceUID') {
            Get-Value $other[0].Files[0] $tag | Should -Not -Be (Get-Value $mine[0].Files[0] $tag)
        }
    }
}
