BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $pwsh = (Get-Process -Id $PID).Path
    $list = Initialize-PatientList "$TestDrive/data" -Count 2
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    Import-Csv $list | Protect-DicomPatient -Destination "$TestDrive/one" -KeyPath $key | Export-SubjectMap "$TestDrive/one.csv"
    $patientValues = 'MRN-471', 'Muster', 'Erika', 'Beispiel', 'ACC-815', 'S-01', 'STUDY-01'

    # Runs the script as a scheduler does; gives its exit code, what it printed, and its logs.
    function Invoke-Nightly([string] $Name, [string[]] $Argument, [hashtable] $Setting = @{}) {
        $given = [ordered]@{
            Destination = "$TestDrive/$Name/out"; KeyPath = $key; SubjectMap = "$TestDrive/$Name/map.csv"
            LogFolder = "$TestDrive/$Name/log"; Module = "$repository/Dams.psd1"
        }
        foreach ($one in $Setting.Keys) {
            $given[$one] = $Setting[$one]
        }
        $all = @($given.Keys | Where-Object { $given[$_] } | ForEach-Object { "-$_"; $given[$_] }) + $Argument
        $said = & $pwsh -NoProfile -NonInteractive -File "$repository/docs/scripts/Invoke-DamsNightly.ps1" @all 2>&1 | Out-String
        [pscustomobject]@{
            Code = $LASTEXITCODE
            Text = $said + (Get-ChildItem "$TestDrive/$Name/log/*.log" -ErrorAction Ignore | Get-Content | Out-String)
        }
    }
}

Describe 'Invoke-DamsNightly.ps1' {
    It 'ends with 0 when all is done, and its log names nobody' {
        $run = Invoke-Nightly 'all' '-List', $list
        $run.Code | Should -Be 0 -Because $run.Text
        Get-TreeHash "$TestDrive/all/out" | Should -Be (Get-TreeHash "$TestDrive/one")
        Get-Content "$TestDrive/all/map.csv" -Raw | Should -BeExactly (Get-Content "$TestDrive/one.csv" -Raw)
        @($run.Text -split "`n" -match '4 series, 6 instances; 0 instances failed') | Should -HaveCount 2 -Because 'screen and log have it'
        $patientValues | Where-Object { $run.Text.Contains($_) } | Should -BeNullOrEmpty
    }

    It 'does the whole job for a list, and leaves it done when it comes again' {
        & (Get-CommandPath) demo "$TestDrive/demo" *> $null
        foreach ($time in 1, 2) {
            $run = Invoke-Nightly 'whole' '-List', "$TestDrive/demo/source/patients.csv"
            $run.Code | Should -Be 0 -Because $run.Text
            $references = @(Get-SegmentationReference "$TestDrive/whole/out")
            $references | Should -HaveCount 6
            $references | Where-Object Problem | Should -BeNullOrEmpty
            @(Get-ChildItem "$TestDrive/whole/out" -Recurse -Filter *.xml) | Should -Not -BeNullOrEmpty
        }
        Find-PatientIdentifier "$TestDrive/whole/out" -ReferencePath "$TestDrive/demo/source" | Should -BeNullOrEmpty
    }

    It 'takes a list with semicolons' {
        Import-Csv $list | Export-Csv "$TestDrive/semicolons.csv" -Delimiter ';'
        (Invoke-Nightly 'semicolons' '-List', "$TestDrive/semicolons.csv").Code | Should -Be 0
        Get-TreeHash "$TestDrive/semicolons/out" | Should -Be (Get-TreeHash "$TestDrive/one")
    }

    It 'ends with 2 where the list has no rows' {
        Set-Content "$TestDrive/empty.csv" 'Patient_ID,MRN,Patient_Dir_Paths'
        $run = Invoke-Nightly 'empty' '-List', "$TestDrive/empty.csv"
        $run.Code | Should -Be 2
        $run.Text | Should -Match 'EmptyPatientList: The patient list has no rows.'
    }

    It 'takes a folder' {
        $run = Invoke-Nightly 'folder' '-Source', "$TestDrive/data/source", '-ProfileName', 'Encode'
        $run.Code | Should -Be 0 -Because $run.Text
        Get-ChildItem "$TestDrive/folder/out" -Recurse -File | Should -HaveCount 6
    }

    It 'takes a workbook' {
        if (-not (Get-Module ImportExcel -ListAvailable)) {
            Set-ItResult -Skipped -Because 'ImportExcel is not installed'
        }
        Import-Csv $list | Export-Excel "$TestDrive/list.xlsx"
        (Invoke-Nightly 'book' '-List', "$TestDrive/list.xlsx").Code | Should -Be 0
        Get-TreeHash "$TestDrive/book/out" | Should -Be (Get-TreeHash "$TestDrive/one")
    }

    It 'ends with 1 when something failed, and does the rest' {
        Copy-Item "$TestDrive/data/source" "$TestDrive/cut" -Recurse
        $file = [IO.File]::OpenWrite("$TestDrive/cut/1/1/1.dcm")
        $file.SetLength($file.Length - 10)
        $file.Dispose()
        $run = Invoke-Nightly 'some' '-Source', "$TestDrive/cut"
        $run.Code | Should -Be 1 -Because $run.Text
        Get-ChildItem "$TestDrive/some/out" -Recurse -File | Should -HaveCount 5
        $run.Text | Should -Match 'Error: \w+: File \d'
        $failure = Import-Csv "$TestDrive/some/log/failures.csv"
        $failure | Should -HaveCount 1
        $failure.Source | Should -Match '1\.dcm$'
        $patientValues | Where-Object { $run.Text.Contains($_) } | Should -BeNullOrEmpty
    }

    It 'does on a later night what was added or got lost, and only that' {
        Copy-Item "$TestDrive/data/source" "$TestDrive/growing" -Recurse
        Remove-Item "$TestDrive/growing/2" -Recurse
        (Invoke-Nightly 'later' '-Source', "$TestDrive/growing").Code | Should -Be 0
        Copy-Item "$TestDrive/data/source/2" "$TestDrive/growing/2" -Recurse
        $first, $lost = Get-ChildItem "$TestDrive/later/out" -Recurse -File
        Remove-Item $lost
        $before = $first.LastWriteTimeUtc
        $run = Invoke-Nightly 'later' '-Source', "$TestDrive/growing"
        $run.Code | Should -Be 0 -Because $run.Text
        (Get-Item $first).LastWriteTimeUtc | Should -Be $before
        Protect-DicomPatient "$TestDrive/growing" -Destination "$TestDrive/grown" -KeyPath $key | Export-SubjectMap "$TestDrive/grown.csv"
        Get-TreeHash "$TestDrive/later/out" | Should -Be (Get-TreeHash "$TestDrive/grown")
        Import-Csv "$TestDrive/later/map.csv" | Sort-Object MRN | ConvertTo-Csv |
            Should -Be (Import-Csv "$TestDrive/grown.csv" | Sort-Object MRN | ConvertTo-Csv)
    }

    It 'ends with 2 and says why where <Because>' -ForEach @(
        @{ Because = 'a parameter is missing'; Setting = @{ KeyPath = '' }; Argument = @('-Source', 'source'); Expected = '-KeyPath is missing' }
        @{ Because = 'neither folder nor list is given'; Setting = @{}; Argument = @(); Expected = 'Give -Source or -List' }
        @{ Because = 'a parameter is written wrong'; Setting = @{}; Argument = @('-Source', 'source', '-Sorce', 'x'); Expected = 'arguments too many' }
        @{ Because = 'the key is not there'; Setting = @{ KeyPath = 'none.key' }; Argument = @('-Source', 'source'); Expected = 'UnreadableKey' }
        @{ Because = 'the folder is not there'; Setting = @{}; Argument = @('-Source', 'none'); Expected = 'ItemNotFoundException' }
        @{ Because = 'the profile is unknown'; Setting = @{ ProfileName = 'Bsaic' }; Argument = @('-Source', 'source'); Expected = 'UnknownProfile' }
    ) {
        $at = $Argument -replace '^(source|none)$', "$TestDrive/data/`$1"
        $run = Invoke-Nightly 'wrong' -Argument $at -Setting $Setting
        $run.Code | Should -Be 2 -Because $run.Text
        $run.Text | Should -Match $Expected
        "$TestDrive/wrong/out" | Should -Not -Exist
    }

    It 'tells nothing of a list that it cannot read' {
        Set-Content "$TestDrive/headless.csv" 'Muster,Erika,Muster', 'Beispiel,Max,MRN-4711'
        $run = Invoke-Nightly 'headless' '-List', "$TestDrive/headless.csv"
        $run.Code | Should -Be 2 -Because $run.Text
        $run.Text | Should -Match 'Stopped: \w+Exception'
        $patientValues | Where-Object { $run.Text.Contains($_) } | Should -BeNullOrEmpty
    }

    It 'ends with 3 while another run is at work' {
        $null = New-Item -ItemType Directory "$TestDrive/busy/log"
        $lock = [IO.File]::Open("$TestDrive/busy/log/dams.lock", 'OpenOrCreate', 'ReadWrite', 'None')
        try {
            $run = Invoke-Nightly 'busy' '-List', $list
        }
        finally {
            $lock.Dispose()
        }
        $run.Code | Should -Be 3 -Because $run.Text
        "$TestDrive/busy/out" | Should -Not -Exist
        (Invoke-Nightly 'busy' '-List', $list).Code | Should -Be 0
    }

    It 'is not kept out by a run that was killed' {
        $null = New-Item -ItemType Directory "$TestDrive/dead/log"
        $path = "$TestDrive/dead/log/dams.lock"
        $holder = "`$lock = [IO.File]::Open('$path', 'OpenOrCreate', 'ReadWrite', 'None'); Set-Content '$TestDrive/dead/held' x; Start-Sleep 300"
        $process = Start-Process $pwsh -ArgumentList '-NoProfile', '-EncodedCommand', ([Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($holder))) -NoNewWindow -PassThru
        $limit = [datetime]::UtcNow.AddMinutes(2)
        while (-not (Test-Path "$TestDrive/dead/held") -and [datetime]::UtcNow -lt $limit) {
            Start-Sleep -Milliseconds 100
            $process.HasExited | Should -BeFalse
        }
        (Invoke-Nightly 'dead' '-List', $list).Code | Should -Be 3
        $process.Kill()
        $process.WaitForExit()
        (Invoke-Nightly 'dead' '-List', $list).Code | Should -Be 0
    }
}
