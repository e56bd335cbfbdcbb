BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    function Write-Source([string] $Path) {
        1..3 | ForEach-Object { $null = New-TestDicom "$Path/$_.dcm" @{ SOPInstanceUID = "1.2.3.4.$_"; InstanceNumber = "$_" } }
    }
    Write-Source "$TestDrive/in"
}

Describe '-InPlace' {
    BeforeEach {
        Write-Source "$TestDrive/place"
        $before = Get-TreeHash "$TestDrive/place"
    }

    AfterEach {
        Remove-Item "$TestDrive/place", "$TestDrive/kept" -Recurse -Force -ErrorAction Ignore
    }

    It 'asks, and changes nothing where nobody can answer' {
        $script = "Import-Module '$repository/Dams.psd1'; Protect-DicomPatient '$TestDrive/place' -InPlace -KeyPath '$key'"
        $told = & ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command $script 2>&1
        "$told" | Should -Not -BeNullOrEmpty
        Get-TreeHash "$TestDrive/place" | Should -Be $before
    }

    It 'replaces the files with <Answer>' -ForEach @(
        @{ Answer = '-Force'; Parameter = @{ Force = $true } }, @{ Answer = '-Confirm:$false'; Parameter = @{ Confirm = $false } }
    ) {
        $result = Protect-DicomPatient "$TestDrive/place" -InPlace -KeyPath $key @Parameter
        $result.InstanceCount | Should -Be 3
        (Get-ChildItem "$TestDrive/place" -Filter *.dcm).Name | Should -Be '1.dcm', '2.dcm', '3.dcm'
        Find-FileWith "$TestDrive/place" 'Muster', 'MRN-4711' | Should -BeNullOrEmpty
        Find-PartialFile "$TestDrive/place" | Should -BeNullOrEmpty
    }

    It 'keeps the originals with -Backup' {
        $null = Protect-DicomPatient "$TestDrive/place" -InPlace -Force -KeyPath $key -Backup "$TestDrive/kept"
        $kept = Get-ChildItem "$TestDrive/kept" -Recurse -Filter *.dcm
        $kept | Should -HaveCount 3
        Get-Value $kept[0].FullName PatientID | Should -Be 'MRN-4711'
    }

    It 'is not given together with a destination, nor a backup with one' {
        { Protect-DicomPatient "$TestDrive/place" -InPlace -Destination "$TestDrive/o" -KeyPath $key } | Should -Throw -ErrorId 'DestinationOrInPlace,*'
        { Protect-DicomPatient "$TestDrive/place" -Destination "$TestDrive/o" -Backup "$TestDrive/kept" -KeyPath $key } |
            Should -Throw -ErrorId 'BackupWithoutInPlace,*'
    }

    It 'is not done by -WhatIf' {
        Protect-DicomPatient "$TestDrive/place" -InPlace -Force -KeyPath $key -WhatIf | Should -BeNullOrEmpty
        Get-TreeHash "$TestDrive/place" | Should -Be $before
    }
}

Describe '-Resume' {
    It 'writes what is missing, leaves what is done, and says so' {
        $null = Protect-DicomPatient "$TestDrive/in" -Destination "$TestDrive/out" -KeyPath $key
        $tree = Get-TreeHash "$TestDrive/out"
        $file = (Get-ChildItem "$TestDrive/out" -Recurse -Filter *.dcm)[0]
        Remove-Item -LiteralPath $file.FullName
        $null = Protect-DicomPatient "$TestDrive/in" -Destination "$TestDrive/out" -KeyPath $key -Resume -InformationVariable told -ErrorVariable problems
        $problems | Should -BeNullOrEmpty
        Get-TreeHash "$TestDrive/out" | Should -Be $tree
        $summary = $told[-1].MessageData
        $summary.Instances, $summary.Skipped, $summary.Failed | Should -Be @(1, 2, 0)
    }
}

Describe '-FailureLog' {
    It 'holds one line for each failure, for its owner alone' {
        Write-Source "$TestDrive/broken"
        $bytes = [IO.File]::ReadAllBytes("$TestDrive/broken/2.dcm")
        [IO.File]::WriteAllBytes("$TestDrive/broken/2.dcm", $bytes[0..($bytes.Length - 3)])
        $null = Protect-DicomPatient "$TestDrive/broken" -Destination "$TestDrive/logged" -KeyPath $key -FailureLog "$TestDrive/log.csv" -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems | Should -HaveCount 1
        $line = Import-Csv "$TestDrive/log.csv"
        $line | Should -HaveCount 1
        $line.Source | Should -Be '2.dcm'
        $line.Id | Should -Be 'TruncatedElement'
        $line.Where | Should -Not -BeNullOrEmpty
        if (-not $IsWindows) {
            (Get-Item "$TestDrive/log.csv").UnixMode | Should -Be '-rw-------'
        }
    }

    It 'may not lie in what is shared' {
        { Protect-DicomPatient "$TestDrive/in" -Destination "$TestDrive/shared" -KeyPath $key -FailureLog "$TestDrive/shared/log.csv" } |
            Should -Throw -ErrorId 'FailureLogInDestination,*'
    }
}

Describe 'A row of a list' {
    It 'whose id is a number needs -IdWidth' {
        $row = [pscustomobject]@{ Patient_Dir_Paths = "$TestDrive/in"; subj = 42.0 }
        $null = $row | Protect-DicomPatient -Destination "$TestDrive/number" -KeyPath $key -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems.FullyQualifiedErrorId | Should -BeLike 'NumericID,*'
        ($row | Protect-DicomPatient -Destination "$TestDrive/number" -KeyPath $key -IdWidth 5).Subject | Should -Be '00042'
    }

    It 'is checked by -Validate, without a destination' {
        $plan = [pscustomobject]@{ Patient_Dir_Paths = "$TestDrive/in"; subj = 'S-1' } | Protect-DicomPatient -Validate
        $plan.Subject, $plan.InstanceCount, $plan.Problem | Should -Be @('S-1', 3, '')
    }
}
