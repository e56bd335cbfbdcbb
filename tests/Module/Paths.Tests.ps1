BeforeDiscovery {
    $cmdlets = @{ Cmdlet = 'Get-DicomSeries' }, @{ Cmdlet = 'Get-DicomElement' }, @{ Cmdlet = 'Protect-DicomPatient' }
    $aliases = 'LiteralPath', 'PSPath', 'LP', 'FullName', 'Patient_Dir_Paths' | ForEach-Object { @{ Alias = $_ } }
}

BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $brackets = "p [1] `u{d64d}`u{ae38}`u{b3d9}"
    $in = "$TestDrive/in"
    $null = New-TestDicom "$in/$brackets/1.dcm" @{ PatientID = 'MRN-1'; SeriesInstanceUID = '1.1'; SOPInstanceUID = '1.1.1' }
    $null = New-TestDicom "$in/p 1/2.dcm" @{ PatientID = 'MRN-2'; SeriesInstanceUID = '1.2'; SOPInstanceUID = '1.2.1' }
    $null = New-TestDicom "$in/plain/3.dcm" @{ PatientID = 'MRN-3'; SeriesInstanceUID = '1.3'; SOPInstanceUID = '1.3.1' }
    $null = New-ProtectionKey "$TestDrive/key"
    $isError = { $_ -is [Management.Automation.ErrorRecord] }

    # The PatientIDs that a cmdlet finds with some parameters, and with some input from the pipeline.
    function Find-Patient([string] $Cmdlet, [hashtable] $Parameter = @{}, [object[]] $From = @()) {
        $more = switch ($Cmdlet) {
            'Get-DicomElement' { @{ Tag = 'PatientID' } }
            'Protect-DicomPatient' { @{ Destination = "$TestDrive/out"; KeyPath = "$TestDrive/key"; Force = $true } }
            default { @{} }
        }
        $found = if ($From) { $From | & $Cmdlet @Parameter @more } else { & $Cmdlet @Parameter @more }
        if ($Cmdlet -eq 'Get-DicomElement') { $found.Value } else { $found.PatientID }
    }
}

Describe 'A path given to <Cmdlet>' -ForEach $cmdlets {
    BeforeEach {
        Push-Location $in
    }

    AfterEach {
        Pop-Location
    }

    It 'comes by position' {
        $found = switch ($Cmdlet) {
            'Get-DicomElement' { (Get-DicomElement "$in/plain" PatientID).Value }
            'Protect-DicomPatient' { (Protect-DicomPatient "$in/plain" -Destination "$TestDrive/out" -KeyPath "$TestDrive/key" -Force).PatientID }
            default { (Get-DicomSeries "$in/plain").PatientID }
        }
        $found | Should -Be 'MRN-3'
    }

    It 'comes as text through the pipeline' {
        Find-Patient $Cmdlet -From "$in/plain", "$in/p 1" | Should -Be 'MRN-3', 'MRN-2'
    }

    It 'comes from Get-ChildItem, folders and files alike' {
        Find-Patient $Cmdlet -From (Get-ChildItem $in) | Sort-Object | Should -Be 'MRN-1', 'MRN-2', 'MRN-3'
        Find-Patient $Cmdlet -From (Get-ChildItem $in -Recurse -File) | Sort-Object | Should -Be 'MRN-1', 'MRN-2', 'MRN-3'
    }

    It 'comes as -<Alias>, exactly as written' -ForEach $aliases {
        Find-Patient $Cmdlet @{ $Alias = "$in/$brackets" } | Should -Be 'MRN-1'
    }

    It 'comes as the property <Alias> of a row, exactly as written' -ForEach $aliases {
        Find-Patient $Cmdlet -From ([pscustomobject]@{ $Alias = "$in/$brackets" }) | Should -Be 'MRN-1'
    }

    It 'comes from the rows of a CSV' {
        Set-Content "$TestDrive/list.csv" "Patient_Dir_Paths`n$in/$brackets`n$in/p 1"
        Find-Patient $Cmdlet -From (Import-Csv "$TestDrive/list.csv") | Should -Be 'MRN-1', 'MRN-2'
    }

    It 'may hold wildcards' {
        Find-Patient $Cmdlet @{ Path = "$in/p?[1l]*" } | Sort-Object | Should -Be 'MRN-2'
        Find-Patient $Cmdlet @{ Path = "$in/*/*.dcm" } | Sort-Object | Should -Be 'MRN-1', 'MRN-2', 'MRN-3'
        Find-Patient $Cmdlet @{ Path = "$in/$([WildcardPattern]::Escape($brackets))" } | Should -Be 'MRN-1'
    }

    It 'may be one of several' {
        Find-Patient $Cmdlet @{ Path = "$in/plain", "$in/p 1" } | Sort-Object | Should -Be 'MRN-2', 'MRN-3'
        Find-Patient $Cmdlet @{ LiteralPath = "$in/plain", "$in/$brackets" } | Sort-Object | Should -Be 'MRN-1', 'MRN-3'
    }

    It 'is relative to the location of PowerShell' {
        [Environment]::CurrentDirectory | Should -Not -Be $in
        Find-Patient $Cmdlet @{ Path = 'plain' } | Should -Be 'MRN-3'
        Find-Patient $Cmdlet @{ LiteralPath = "./$brackets" } | Should -Be 'MRN-1'
        Find-Patient $Cmdlet @{ Path = '../in/plain' } | Should -Be 'MRN-3'
        Find-Patient $Cmdlet -From ([pscustomobject]@{ FullName = 'p 1' }) | Should -Be 'MRN-2'
    }

    It 'may lie on a drive of PowerShell' {
        $null = New-PSDrive -Name DamsTest -PSProvider FileSystem -Root $in
        Find-Patient $Cmdlet @{ Path = 'DamsTest:/plain' } | Should -Be 'MRN-3'
        Find-Patient $Cmdlet @{ LiteralPath = "DamsTest:/$brackets" } | Should -Be 'MRN-1'
        Find-Patient $Cmdlet -From (Get-ChildItem 'DamsTest:/') | Sort-Object | Should -Be 'MRN-1', 'MRN-2', 'MRN-3'
        Push-Location 'DamsTest:/p 1'
        Find-Patient $Cmdlet @{ Path = '.' } | Should -Be 'MRN-2'
        Pop-Location
    }

    It 'may name its provider' {
        Find-Patient $Cmdlet @{ Path = "Microsoft.PowerShell.Core\FileSystem::$in/plain" } | Should -Be 'MRN-3'
    }

    It 'may be longer than 260 characters' {
        $long = "$TestDrive/" + (@('x' * 50) * 8 -join '/')
        $null = New-TestDicom "$long/1.dcm" @{ PatientID = 'MRN-8'; SeriesInstanceUID = '1.8'; SOPInstanceUID = '1.8.1' }
        Find-Patient $Cmdlet @{ LiteralPath = "$long/1.dcm" } | Should -Be 'MRN-8'
        Find-Patient $Cmdlet @{ Path = "$TestDrive/$('x' * 50)" } | Should -Be 'MRN-8'
    }

    It 'that leads nowhere is one error that does not repeat it, and the others are done: <Missing>' -ForEach @(
        @{ Missing = 'Muster_Erika' }, @{ Missing = '/Muster/Erika' }, @{ Missing = '\\Muster\Erika\x' }
        @{ Missing = '//Muster/Erika/x' }, @{ Missing = 'MusterDrive:/Erika' }
    ) {
        $problems, $found = (Find-Patient $Cmdlet @{ LiteralPath = $Missing, 'plain' } 2>&1).Where($isError, 'Split')

        $found | Should -Be 'MRN-3'
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -Match '^NoSuchPath,Dams\.Commands\.\w+Command$'
        $problems[0].TargetObject | Should -BeNullOrEmpty
        "$($problems[0]) $($problems[0].CategoryInfo)" | Should -Not -Match 'Muster|Erika'
        "$($problems[0])" | Should -BeLike 'Path 1: There is nothing at this path.*'
    }

    It 'of another provider is one error that does not repeat it' {
        $problems = (Find-Patient $Cmdlet @{ Path = 'Env:/PATH' } 2>&1).Where($isError)

        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -Match '^NotFileSystem,'
        "$($problems[0])" | Should -Not -MatchExactly 'PATH'
    }

    It 'counts on through the pipeline, so that an error tells which it was' {
        $problems = (Find-Patient $Cmdlet -From 'plain', 'nowhere', 'p 1', 'not here' 2>&1).Where($isError)

        $problems | ForEach-Object { "$_".Split(':')[0] } | Should -Be 'Path 2', 'Path 4'
    }

    It 'stops the script where errors are to stop it' {
        { Find-Patient $Cmdlet @{ Path = 'nowhere'; ErrorAction = 'Stop' } } | Should -Throw -ErrorId 'NoSuchPath,*'
    }

    It 'is not empty' {
        (Find-Patient $Cmdlet @{ Path = '' } 2>&1).Where($isError).FullyQualifiedErrorId | Should -BeLike 'NoSuchPath,*'
        (Find-Patient $Cmdlet @{ LiteralPath = '' } 2>&1).Where($isError).FullyQualifiedErrorId | Should -BeLike 'NoSuchPath,*'
    }

    It 'is not taken with -Path and -LiteralPath at once' {
        { Find-Patient $Cmdlet @{ Path = 'plain'; LiteralPath = 'plain' } } | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
    }

    It 'of another folder is entered, of a link inside one is not' -Skip:$IsWindows {
        $null = New-Item -ItemType SymbolicLink -Path "$TestDrive/link" -Target "$in/plain"
        $null = New-TestDicom "$TestDrive/holder/1.dcm" @{ PatientID = 'MRN-9'; SeriesInstanceUID = '1.9'; SOPInstanceUID = '1.9.1' }
        $null = New-Item -ItemType SymbolicLink -Path "$TestDrive/holder/loop" -Target "$TestDrive/holder"

        Find-Patient $Cmdlet @{ Path = "$TestDrive/link" } | Should -Be 'MRN-3'
        Find-Patient $Cmdlet @{ Path = "$TestDrive/holder" } | Should -Be 'MRN-9'
        Remove-Item "$TestDrive/link", "$TestDrive/holder/loop"
    }
}
