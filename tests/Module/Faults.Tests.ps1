BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $in = "$TestDrive/Sonderling"
    $null = New-TestDicom "$in/1.dcm" @{ PatientName = 'Sonderling^Xaver' }
}

Describe 'An error record' {
    It 'holds no source path in its inner exception' -Skip:$IsWindows {
        $null = New-Item -ItemType SymbolicLink "$TestDrive/linked/Sonderling.dcm" -Target "$TestDrive/nowhere" -Force
        $text = Invoke-Captured { Get-DicomSeries $folder } @{ folder = "$TestDrive/linked" }
        Remove-Item "$TestDrive/linked/Sonderling.dcm"
        $text | Should -Match 'UnreadableFile'
        $text | Should -Not -Match 'Sonderling'
    }

    It 'does not repeat the path of a provider that is unknown, and the others are done: -<_>' -ForEach 'Path', 'LiteralPath' {
        $parameter = @{ $_ = 'Sonderling::Xaver', "$in/1.dcm" }
        $found = Get-DicomSeries @parameter -ErrorVariable problems -ErrorAction SilentlyContinue
        $found | Should -HaveCount 1
        $problems.FullyQualifiedErrorId | Should -BeLike 'NoSuchPath,*'
        "$problems" | Should -Not -Match 'Sonderling'
    }

    It 'does not repeat a path that leaves its drive' {
        $null = New-PSDrive -Name DamsInner -PSProvider FileSystem -Root $in
        $problems = try { Protect-DicomPatient -Path 'DamsInner:/1.dcm' -Destination 'DamsInner:/../Xaver' -KeyPath $key 2>&1 } catch { $_ }
        "$problems" | Should -Not -Match 'Sonderling'
    }

    It 'does not hold the row of a list: <Fault>' -ForEach @(
        @{ Fault = 'a birth date that is none'; Row = [pscustomobject]@{ LP = 'x'; Patient_Name = 'Sonderling^Xaver'; Date_of_Birth = '17.08.1952' } }
        @{ Fault = 'an empty path'; Row = [pscustomobject]@{ LP = ''; Patient_Name = 'Sonderling^Xaver' } }
    ) {
        $null = $Row | Protect-DicomPatient -Destination "$TestDrive/rows" -KeyPath $key -ErrorVariable problems -ErrorAction SilentlyContinue
        $problems | Should -HaveCount 1
        $problems[0].TargetObject | Should -BeNullOrEmpty
        Get-ErrorText $problems[0] | Should -Not -Match 'Sonderling|1952'
    }

    It 'of a destination inside the source does not name the source, and nothing is made there' {
        $problem = { Protect-DicomPatient $in -Destination "$in/out" -KeyPath $key } | Should -Throw -ErrorId 'DestinationInsideSource,*' -PassThru
        "$problem" | Should -Not -Match 'Sonderling'
        "$in/out" | Should -Not -Exist
    }

    It 'of a subject map keeps its id' {
        Set-Content "$TestDrive/broken.csv" 'name,words'
        { Protect-DicomPatient $in -Destination "$TestDrive/m" -KeyPath $key -SubjectMap "$TestDrive/broken.csv" } |
            Should -Throw -ErrorId 'MalformedSubjectMap,Dams.Commands.ProtectDicomPatientCommand'
        { Protect-DicomPatient $in -Destination "$TestDrive/m" -KeyPath $key -SubjectMap "$TestDrive/none.csv" } |
            Should -Throw -ErrorId 'UnreadableSubjectMap,Dams.Commands.ProtectDicomPatientCommand'
    }
}

Describe 'Where there is nothing' {
    It 'an error says so: <Place>' -ForEach @(
        @{ Place = 'an empty folder'; Path = 'empty' }, @{ Place = 'a wildcard that finds nothing'; Path = 'none*' }
        @{ Place = 'brackets that are read as a wildcard'; Path = 'p [1]' }
    ) {
        $null = New-Item -ItemType Directory "$TestDrive/empty" -Force
        $null = New-TestDicom "$TestDrive/p [1]/1.dcm"
        $told = Get-DicomSeries "$TestDrive/$Path" 2>&1
        $told | Should -Not -BeNullOrEmpty
    }
}

Describe 'A destination, key or map that is not of the file system' {
    It 'is refused and written nowhere' {
        $before = [Environment]::CurrentDirectory
        [Environment]::CurrentDirectory = (New-Item -ItemType Directory "$TestDrive/cwd").FullName
        try {
            { New-ProtectionKey 'Env:/key' } | Should -Throw
            { Protect-DicomPatient $in -Destination 'Env:/out' -KeyPath $key } | Should -Throw
            { Protect-DicomPatient $in -Destination "$TestDrive/ok" -KeyPath $key | Export-SubjectMap 'Env:/map' } | Should -Throw
        }
        finally {
            [Environment]::CurrentDirectory = $before
        }
        Get-ChildItem "$TestDrive/cwd" | Should -BeNullOrEmpty
    }
}

Describe 'A special file among the instances' -Skip:$IsWindows {
    It 'is left out and does not hold up the rest' {
        $null = New-TestDicom "$TestDrive/special/1.dcm"
        mkfifo "$TestDrive/special/pipe"
        $shell = [powershell]::Create().AddScript("Import-Module '$repository/Dams.psd1'; Get-DicomSeries '$TestDrive/special'")
        $handle = $shell.BeginInvoke()
        $isDone = $handle.AsyncWaitHandle.WaitOne(10000)
        if (-not $isDone) {
            # Lets the reader go on, or it would hang for ever.
            [IO.File]::OpenWrite("$TestDrive/special/pipe").Dispose()
        }
        $isDone | Should -BeTrue
        $shell.EndInvoke($handle).InstanceCount | Should -Be 1
    }
}

Describe 'A destination inside the source' -Skip:$IsWindows {
    It 'is seen through a link' {
        $null = New-Item -ItemType SymbolicLink "$TestDrive/link" -Target $in
        { Protect-DicomPatient $in -Destination "$TestDrive/link/out" -KeyPath $key } | Should -Throw -ErrorId 'DestinationInsideSource,*'
        { Protect-DicomPatient "$TestDrive/link" -Destination "$in/out" -KeyPath $key } | Should -Throw -ErrorId 'DestinationInsideSource,*'
    }

    AfterEach {
        Remove-Item "$TestDrive/link", "$in/out" -Recurse -Force -ErrorAction Ignore
    }
}

Describe 'Export-SubjectMap' {
    BeforeAll {
        $protected = Protect-DicomPatient $in -Destination "$TestDrive/mapped" -KeyPath $key
    }

    It 'keeps lines of patients without an MRN' {
        $null = New-TestDicom "$TestDrive/nameless/1.dcm" @{ PatientID = $null; SeriesInstanceUID = '1.7'; SOPInstanceUID = '1.7.1' }
        Protect-DicomPatient "$TestDrive/nameless" -Destination "$TestDrive/mapped" -KeyPath $key -WarningAction SilentlyContinue | Export-SubjectMap "$TestDrive/lines.csv"
        $line = (Get-Content "$TestDrive/lines.csv")[1]
        $protected | Export-SubjectMap "$TestDrive/lines.csv"
        Get-Content "$TestDrive/lines.csv" | Should -Contain $line
    }

    It 'keeps the other columns of the file' {
        Set-Content "$TestDrive/columns.csv" 'subj,MRN,CT_date,Comment', 'S-1,M-1,20200101,keep me'
        $protected | Export-SubjectMap "$TestDrive/columns.csv"
        (Import-Csv "$TestDrive/columns.csv")[0].Comment | Should -Be 'keep me'
    }

    It 'says what it gives with -PassThru' {
        (Get-Command Export-SubjectMap).OutputType.Name | Should -Be 'Dams.ProtectedSeries'
    }

    It 'warns when the file gives one MRN two subjects from then on' {
        Set-Content "$TestDrive/two.csv" 'subj,MRN,CT_date', 'OLD-1,MRN-4711,20200101'
        $protected | Export-SubjectMap "$TestDrive/two.csv" -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -Not -BeNullOrEmpty
    }
}

Describe 'Import-SubjectMap' {
    It 'refuses a file without bytes' {
        [IO.File]::WriteAllBytes("$TestDrive/zero.csv", [byte[]]@())
        { Import-SubjectMap "$TestDrive/zero.csv" } | Should -Throw -ErrorId 'MalformedSubjectMap,*'
    }

    It 'refuses a file that is not UTF-8, rather than change an MRN' {
        [IO.File]::WriteAllBytes("$TestDrive/latin1.csv", [Text.Encoding]::Latin1.GetBytes("subj,MRN`nS-1,M`u{fc}1`n"))
        { Import-SubjectMap "$TestDrive/latin1.csv" } | Should -Throw
    }
}

Describe 'Tab completion' {
    It 'completes what is typed in quotes' {
        (TabExpansion2 "Protect-DicomPatient -Profile 'Enc").CompletionMatches.CompletionText | Should -BeLike '*Encode*'
        (TabExpansion2 "Get-DicomElement . -Tag 'PatientNa").CompletionMatches.CompletionText | Should -BeLike '*PatientName*'
    }
}

Describe 'Progress' {
    It 'ends with a record that says so' {
        $first = New-TestDicom "$TestDrive/long/0.dcm" @{ PixelData = [byte[]]::new(64MB) }
        1..20 | ForEach-Object { $null = New-Item -ItemType HardLink "$TestDrive/long/$_.dcm" -Target $first.FullName }
        $shell = [powershell]::Create().AddScript("Import-Module '$repository/Dams.psd1'; Protect-DicomPatient '$TestDrive/long' -Destination '$TestDrive/longout' -KeyPath '$key'")
        $null = $shell.Invoke()
        $shell.Streams.Progress | Should -Not -BeNullOrEmpty
        $shell.Streams.Progress[-1].RecordType | Should -Be 'Completed'
    }
}

Describe 'A fault of Dams itself' {
    BeforeAll {
        $assemblies = [Dams.Commands.DamsCommand], [Dams.DicomSeries], [psobject] | ForEach-Object { $_.Assembly.Location }
        $types = Add-Type -PassThru -IgnoreWarnings -CompilerOptions '-nowarn:CS1701' -ReferencedAssemblies (@($assemblies) + 'netstandard', 'System.Runtime') -TypeDefinition @'
[System.Management.Automation.Cmdlet("Test", "DamsFault")]
public sealed class TestDamsFaultCommand : Dams.Commands.DamsCommand
{
    protected override void Process() { int.Parse("Muster"); }
}
'@
        Import-Module -Assembly $types[0].Assembly
    }

    It 'is told by its kind and its place, not by its words' {
        $problem = { Test-DamsFault } | Should -Throw -ErrorId 'Unforeseen,*' -PassThru
        "$problem" | Should -Match 'fault of its own in Dams\.Commands\.DamsCommand\.\w+: FormatException'
        Get-ErrorText $problem | Where-Object { $_ -match 'Muster' } | Should -BeNullOrEmpty
    }
}
