BeforeDiscovery {
    # Ways in which series of Get-DicomSeries lose their type and become rows that carry the patient's own name.
    $forms = @(
        @{ Form = 'as they are'; Script = { $args[0] } }
        @{ Form = 'with a property added'; Script = { $args[0] | Add-Member -NotePropertyName Note -NotePropertyValue 1 -PassThru } }
        @{ Form = 'through Select-Object *'; Script = { $args[0] | Select-Object * } }
        @{ Form = 'through Select-Object with some properties'; Script = { $args[0] | Select-Object Path, PatientName, PatientBirthDate } }
        @{ Form = 'through Export-Csv and Import-Csv'; Script = { $args[0] | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Form = 'through Export-Clixml and Import-Clixml'; Script = { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($args[0], 5)) } }
        @{ Form = 'through JSON'; Script = { $args[0] | ConvertTo-Json | ConvertFrom-Json } }
        @{ Form = 'with a FullName'; Script = { $args[0] | Select-Object -Property *, @{ Name = 'FullName'; Expression = { $_.Path } } } }
        @{ Form = 'with a FullName, by CSV'; Script = { $args[0] | Select-Object *, @{ Name = 'FullName'; Expression = { $_.Path } } | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Form = 'with the columns of a list'; Script = { $args[0] | Select-Object @{ Name = 'Patient_Dir_Paths'; Expression = { $_.Path } }, @{ Name = 'Patient_ID'; Expression = { $_.PatientID } }, @{ Name = 'Patient Name'; Expression = { $_.PatientName } } } }
        @{ Form = 'with the files as LiteralPath'; Script = { $args[0] | Select-Object @{ Name = 'LiteralPath'; Expression = { $_.Files } }, PatientName, PatientBirthDate } }
        @{ Form = 'as text'; Script = { $args[0] | ForEach-Object { "$_" } } }
    )
}

BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $null = New-TestDicom "$TestDrive/in/1.dcm"
    $null = New-TestDicom "$TestDrive/in/2.dcm" @{ SeriesInstanceUID = '1.2'; SOPInstanceUID = '1.2.1' }
    $series = Get-DicomSeries "$TestDrive/in"
    $patient = 'Muster', 'Erika', 'MRN-4711', '19520817', '1952-08-17', 'ACC-815'
}

Describe 'Series of Get-DicomSeries, <Form>' -ForEach $forms {
    BeforeAll {
        $out = "$TestDrive/out"
        $problems = $null
        $results = & $Script $series | Protect-DicomPatient -Destination $out -KeyPath $key -ErrorVariable problems -ErrorAction SilentlyContinue
    }

    It 'are protected or refused' {
        @($results).Count + @($problems).Count | Should -BeGreaterThan 0
        if ($results) {
            ($results | Measure-Object InstanceCount -Sum).Sum | Should -Be 2
        }
    }

    It 'never bring the patient''s own values to the output' {
        if (Test-Path $out) {
            Find-FileWith $out $patient | Should -BeNullOrEmpty
        }
        foreach ($result in $results) {
            $result.Subject | Should -Match '^SUBJ-'
        }
    }

    It 'are refused without naming anybody' {
        foreach ($problem in $problems) {
            $problem.TargetObject | Should -BeNullOrEmpty
            Get-ErrorText $problem | Should -Not -Match 'Muster|Erika|4711|19520817'
        }
    }
}
