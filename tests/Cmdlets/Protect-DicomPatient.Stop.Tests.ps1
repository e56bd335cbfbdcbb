BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $in = "$TestDrive/in"
    $first = New-TestDicom "$in/0.dcm" @{ PixelData = [byte[]]::new(64MB) }

    # Hundreds of names for one file: work for many seconds, room on the disk for one.
    foreach ($i in 1..400) {
        $null = New-Item -ItemType HardLink -Path "$in/$i.dcm" -Target $first.FullName
    }

    # Starts a script in a PowerShell of its own and waits until it is amid its work.
    function Invoke-Work([string] $Script, [scriptblock] $IsAmid) {
        $shell = [powershell]::Create().AddScript("Import-Module '$repository/Dams.psd1'; $Script")
        $work = [pscustomobject]@{ Shell = $shell; Handle = $shell.BeginInvoke() }
        Wait-Until { & $IsAmid $shell }
        $work
    }
}

Describe 'Stopping Protect-DicomPatient' {
    It 'takes less than two seconds and leaves no part of a file, with <Workers> workers' -ForEach @{ Workers = 1 }, @{ Workers = 8 } {
        $out = "$TestDrive/stopped$Workers"
        $work = Invoke-Work "Protect-DicomPatient '$in' -Destination '$out' -KeyPath '$key' -ThrottleLimit $Workers" {
            Find-PartialFile $out | Where-Object Length -GT 1MB
        }
        $work.Shell.InvocationStateInfo.State | Should -Be 'Running'

        Measure-Processor { $work.Shell.Stop() } | Should -BeLessThan 2

        $work.Shell.InvocationStateInfo.State | Should -Be 'Stopped'
        Find-PartialFile $out | Should -BeNullOrEmpty
        Get-ChildItem $out -Recurse -File | ForEach-Object { $_.Length | Should -BeGreaterThan 64MB }
        $work.Shell.Streams.Error | Should -BeNullOrEmpty
        $work.Shell.Dispose()
    }

    It 'by a later command of the pipeline leaves no part of a file' {
        $null = New-TestDicom "$TestDrive/small/1.dcm" @{ PatientID = 'MRN-1'; SeriesInstanceUID = '1.9'; SOPInstanceUID = '1.9.1' }
        $out = "$TestDrive/first"

        $result = Get-DicomSeries "$TestDrive/small", $in | Protect-DicomPatient -Destination $out -KeyPath $key | Select-Object -First 1

        @(Get-ChildItem $out -Recurse -File).Count | Should -BeLessThan 400
        $result.PatientID | Should -Be 'MRN-1'
        Find-PartialFile $out | Should -BeNullOrEmpty
    }

    It 'writes no subject map' {
        $out = "$TestDrive/unmapped"
        $work = Invoke-Work "Protect-DicomPatient '$in' -Destination '$out' -KeyPath '$key' | Export-SubjectMap '$TestDrive/map.csv'" {
            Test-Path $out
        }
        $work.Shell.Stop()
        $work.Shell.Dispose()
        "$TestDrive/map.csv" | Should -Not -Exist
        Find-PartialFile $TestDrive | Should -BeNullOrEmpty
    }
}

Describe 'The progress of Protect-DicomPatient' {
    It 'is told at most five times a second, in numbers alone' {
        $out = "$TestDrive/progress"
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $work = Invoke-Work "Protect-DicomPatient '$in' -Destination '$out' -KeyPath '$key'" { $args[0].Streams.Progress.Count -gt 3 }
        $work.Shell.Stop()
        $records = $work.Shell.Streams.Progress

        $records.Count | Should -BeGreaterThan 0
        $records.Count | Should -BeLessOrEqual ([math]::Ceiling($clock.Elapsed.TotalSeconds * 5))
        foreach ($record in $records) {
            $record.StatusDescription | Should -Match '^\d+ of 401 files(, \d+ MB, [\d.]+ MB/s)?$'
            $record.Activity | Should -BeExactly 'DICOM'
            $record.CurrentOperation | Should -BeNullOrEmpty
            $record.PercentComplete | Should -BeIn (0..100)
        }
        $work.Shell.Dispose()
    }
}

Describe 'Stopping Get-DicomElement' {
    It 'takes less than two seconds' {
        $work = Invoke-Work "1..200 | ForEach-Object { Get-DicomElement '$in' }" { $args[0].InvocationStateInfo.State -eq 'Running' }
        $work.Shell.InvocationStateInfo.State | Should -Be 'Running'

        Measure-Processor { $work.Shell.Stop() } | Should -BeLessThan 2
        $work.Shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $work.Shell.Dispose()
    }
}
