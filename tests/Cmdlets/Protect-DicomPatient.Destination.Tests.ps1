BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $in = "$TestDrive/in"
    $null = New-TestDicom "$in/1.dcm"
    $null = New-TestDicom "$in/2.dcm" @{ SOPInstanceUID = '1.2.3.4.2'; InstanceNumber = '2' }
}

Describe 'An output that is there already' {
    BeforeEach {
        $out = "$TestDrive/$([guid]::NewGuid())"
        $first = Protect-DicomPatient $in -Destination $out -KeyPath $key
        Set-Content $first.Files[0] 'something else' -NoNewline
    }

    It 'is the error of that file and stays as it is' {
        $before = Get-TreeHash $out
        $second = Protect-DicomPatient $in -Destination $out -KeyPath $key -ErrorVariable problems -ErrorAction SilentlyContinue

        $second.InstanceCount | Should -Be 0
        $second.FailedCount | Should -Be 2
        # One for the patient: what is to be done is the same for both files.
        $problems.FullyQualifiedErrorId | Should -Be 'OutputExists,Dams.Commands.ProtectDicomPatientCommand'
        Get-TreeHash $out | Should -Be $before
    }

    It 'does not keep the others from coming out' {
        Remove-Item $first.Files[1]
        $second = Protect-DicomPatient $in -Destination $out -KeyPath $key -ErrorAction SilentlyContinue
        $second.InstanceCount | Should -Be 1
        $second.Files | Should -Be $first.Files[1]
    }

    It 'is replaced with -Force' {
        $null = Protect-DicomPatient $in -Destination "$TestDrive/fresh" -KeyPath $key -Force
        $second = Protect-DicomPatient $in -Destination $out -KeyPath $key -Force
        $second.InstanceCount | Should -Be 2
        Get-TreeHash $out | Should -Be (Get-TreeHash "$TestDrive/fresh")
    }
}

Describe 'A destination' {
    It 'inside the source stops the run: <Place>' -ForEach @{ Place = 'in/out' }, @{ Place = 'in' }, @{ Place = 'in/../in/out' } {
        $before = Get-TreeHash $in
        { Protect-DicomPatient $in -Destination "$TestDrive/$Place" -KeyPath $key } |
            Should -Throw -ErrorId 'DestinationInsideSource,Dams.Commands.ProtectDicomPatientCommand'
        { Get-DicomSeries $in | Protect-DicomPatient -Destination "$TestDrive/$Place" -KeyPath $key } |
            Should -Throw -ErrorId 'DestinationInsideSource,Dams.Commands.ProtectDicomPatientCommand'
        Get-TreeHash $in | Should -Be $before
    }

    It 'beside the source may begin with its name' {
        (Protect-DicomPatient $in -Destination "$TestDrive/input" -KeyPath $key).InstanceCount | Should -Be 2
    }

    It 'that is a file stops the run, and the file stays' {
        Set-Content "$TestDrive/file" 'words'
        { Protect-DicomPatient $in -Destination "$TestDrive/file" -KeyPath $key } |
            Should -Throw -ErrorId 'UnwritableDestination,Dams.Commands.ProtectDicomPatientCommand'
        Get-Content "$TestDrive/file" | Should -Be 'words'
    }

    It 'is relative to the location of PowerShell' {
        Push-Location $TestDrive
        $result = Protect-DicomPatient in -Destination relative -KeyPath key
        Pop-Location
        $result.Path | Should -BeLike "$((Get-Item "$TestDrive/relative").FullName)*"
    }

    It 'may lie on a drive of PowerShell and hold brackets and Korean' {
        $null = New-PSDrive -Name DamsOut -PSProvider FileSystem -Root $TestDrive
        $name = "out [1] `u{d64d}"
        $result = Protect-DicomPatient $in -Destination "DamsOut:/$name" -KeyPath 'DamsOut:/key'
        $result.InstanceCount | Should -Be 2
        Get-ChildItem -LiteralPath "$TestDrive/$name" -Recurse -File | Should -HaveCount 2
    }

    It 'may have a path of more than 260 characters' {
        $long = "$TestDrive/" + (@('x' * 50) * 7 -join '/')
        $result = Protect-DicomPatient $in -Destination $long -KeyPath $key
        $result.InstanceCount | Should -Be 2
        $result.Files | ForEach-Object { Test-Path -LiteralPath $_ | Should -BeTrue }
    }

    It 'is not empty' {
        { Protect-DicomPatient $in -Destination '' -KeyPath $key } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }
}

Describe 'A destination on a disk' {
    BeforeEach {
        $disk = (New-Item -ItemType Directory "$TestDrive/$([guid]::NewGuid())").FullName

        function Mount-Disk([string] $Option) {
            if ($IsLinux) {
                mount -t tmpfs -o $Option tmpfs $disk 2>$null
            }
            if (-not $IsLinux -or $LASTEXITCODE) {
                Set-ItResult -Skipped -Because 'a small disk can be mounted by root on Linux only'
            }
        }
    }

    AfterEach {
        if ($IsLinux) {
            umount $disk 2>$null
        }
    }

    It 'that is read-only stops the run' {
        Mount-Disk 'size=1m,ro'
        { Protect-DicomPatient $in -Destination "$disk/out" -KeyPath $key } |
            Should -Throw -ErrorId 'UnwritableDestination,Dams.Commands.ProtectDicomPatientCommand'
    }

    It 'that gets full fails the files that find no room, and leaves no part of them' {
        $large = "$TestDrive/large"
        1..6 | ForEach-Object {
            $null = New-TestDicom "$large/$_.dcm" @{ SOPInstanceUID = "1.2.3.$_"; InstanceNumber = "$_"; PixelData = [byte[]]::new(300KB) }
        }
        Mount-Disk 'size=1m'

        $result = Protect-DicomPatient $large -Destination "$disk/out" -KeyPath $key -ErrorVariable problems -ErrorAction SilentlyContinue

        $result.InstanceCount | Should -BeGreaterThan 0
        $result.FailedCount | Should -BeGreaterThan 0
        $result.InstanceCount + $result.FailedCount | Should -Be 6
        $problems.FullyQualifiedErrorId | Sort-Object -Unique | Should -Be 'UnwritableOutput,Dams.Commands.ProtectDicomPatientCommand'
        Get-ChildItem $disk -Recurse -File -Force | Should -HaveCount $result.InstanceCount
        $whole = Protect-DicomPatient $large -Destination "$TestDrive/whole" -KeyPath $key
        $hashes = ($whole.Files | Get-FileHash -LiteralPath { $_ }).Hash
        (Get-ChildItem $disk -Recurse -File -Force | Get-FileHash).Hash | ForEach-Object { $hashes | Should -Contain $_ }
    }
}

Describe 'A key' {
    It 'that is no key stops the run and leaves no destination: <Fault>' -ForEach @(
        @{ Fault = 'empty'; Bytes = [byte[]]@() }, @{ Fault = '31 bytes'; Bytes = [byte[]](1..31) }
        @{ Fault = '33 bytes'; Bytes = [byte[]](1..33) }, @{ Fault = 'all zeros'; Bytes = [byte[]]::new(32) }
    ) {
        [IO.File]::WriteAllBytes("$TestDrive/broken.key", $Bytes)
        { Protect-DicomPatient $in -Destination "$TestDrive/never" -KeyPath "$TestDrive/broken.key" } |
            Should -Throw -ErrorId 'MalformedKey,Dams.Commands.ProtectDicomPatientCommand'
        "$TestDrive/never" | Should -Not -Exist
    }

    It 'that is <Fault> stops the run and leaves no destination' -ForEach @{ Fault = 'missing'; Path = 'no.key' }, @{ Fault = 'a folder'; Path = 'in' } {
        { Protect-DicomPatient $in -Destination "$TestDrive/never" -KeyPath "$TestDrive/$Path" } |
            Should -Throw -ErrorId 'UnreadableKey,Dams.Commands.ProtectDicomPatientCommand'
        "$TestDrive/never" | Should -Not -Exist
        "$TestDrive/no.key" | Should -Not -Exist
    }
}
