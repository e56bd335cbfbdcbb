BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    Initialize-Demo "$TestDrive/demo"
    $account = [Environment]::GetEnvironmentVariable('XDG_DATA_HOME')
    $env:XDG_DATA_HOME = "$TestDrive/account"
    Push-Location $TestDrive
    Copy-Item "$TestDrive/demo/source" "$TestDrive/in" -Recurse
    $given = Get-DicomSeries ./in | Protect-DicomPatient -Destination ./out -WarningAction SilentlyContinue | Export-SubjectMap ./subjects.csv
}

AfterAll {
    Pop-Location
    $env:XDG_DATA_HOME = $account
}

Describe 'The pipeline of the README' -Skip:$IsWindows {
    It 'gives nothing but files' {
        $given | Should -BeNullOrEmpty
        Get-ChildItem ./out -Recurse -File | Should -HaveCount 96
        './subjects.csv' | Should -Exist
    }

    It 'leaves nothing of the patients in the destination' {
        Find-FileWith "$TestDrive/out" 'Muster', 'Erika', 'Hong', 'Gildong', 'MRN-000', '19520817', '19610423', 'ACC-' | Should -BeNullOrEmpty
        Find-FileWith "$TestDrive/in" 'Muster', 'Gildong' | Should -HaveCount 96
        Find-PartialFile $TestDrive | Should -BeNullOrEmpty
    }

    It 'writes the map that leads back, with the day of each examination' {
        $rows = Import-Csv ./subjects.csv | Sort-Object MRN
        $rows.MRN | Should -Be 'MRN-0001', 'MRN-0002'
        $rows.CT_date | Should -Be '20240311', '20240402'
        $rows.subj | Should -Be (Get-ChildItem ./out -Directory | ForEach-Object { Get-Item $_ } |
                Sort-Object { $subject = $_.Name; ($rows | Where-Object subj -EQ $subject).MRN }).Name
    }

    It 'leads back with the map: the same subjects come with another key' {
        $null = New-ProtectionKey ./other.key
        $results = Get-DicomSeries ./in | Protect-DicomPatient -Destination ./mapped -KeyPath ./other.key -SubjectMap ./subjects.csv
        $results.Subject | Sort-Object -Unique | Should -Be ((Import-Csv ./subjects.csv).subj | Sort-Object)
    }

    It 'can be taken apart: series may be chosen, sorted and counted on the way' {
        $results = Get-DicomSeries ./in | Where-Object SeriesNumber -EQ 2 | Sort-Object PatientID -Descending |
            Protect-DicomPatient -Destination ./chosen
        $results.PatientID | Should -Be 'MRN-0002', 'MRN-0001'
        ($results | Measure-Object InstanceCount -Sum).Sum | Should -Be 48
    }

    It 'runs for each series on its own as for all at once' {
        Get-DicomSeries ./in | ForEach-Object { $_ | Protect-DicomPatient -Destination ./single } | Export-SubjectMap ./single.csv
        Get-TreeHash ./single | Should -Be (Get-TreeHash ./out)
        Get-Content ./single.csv -Raw | Should -BeExactly (Get-Content ./subjects.csv -Raw)
    }

    It 'runs in ForEach-Object -Parallel' {
        $module = "$repository/Dams.psd1"
        Get-ChildItem ./in -Directory | ForEach-Object -Parallel {
            Import-Module $using:module
            $null = Protect-DicomPatient $_.FullName -Destination "$using:TestDrive/parallel" -ThrottleLimit 1
        }
        Get-TreeHash ./parallel | Should -Be (Get-TreeHash ./out)
    }

    It 'takes what it made as input: protected series are series' {
        $again = Get-DicomSeries ./out
        $again | Should -HaveCount 4
        $again.PatientID | Sort-Object -Unique | Should -Be ((Import-Csv ./subjects.csv).subj | Sort-Object)
    }
}
