BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $in = "$TestDrive/in"
    $null = New-TestDicom "$in/1.dcm"
    $null = New-TestDicom "$in/2.dcm" @{ SOPInstanceUID = '1.2.3.4.2' }
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $out = "$TestDrive/out"
    $map = "$TestDrive/map.csv"
    Protect-DicomPatient $in -Destination $out -KeyPath $key | Export-SubjectMap $map
    $null = New-Item -ItemType Directory "$TestDrive/empty"
    Set-Content "$TestDrive/titles.csv" 'subj,MRN,CT_date'
}

Describe 'An audit of nothing' -ForEach @(
    @{ Cmdlet = 'Find-PatientIdentifier'; Class = 'FindPatientIdentifierCommand' }
    @{ Cmdlet = 'Test-PatientProtection'; Class = 'TestPatientProtectionCommand' }
) {
    It 'is a terminating error of <Cmdlet>: <What>' -ForEach @(
        @{ What = 'an empty folder'; Id = 'NothingToAudit'; Arguments = { @{ Path = "$TestDrive/empty" } } }
        @{ What = 'a folder that is not there'; Id = 'NothingToAudit'; Arguments = { @{ Path = "$TestDrive/missing" } } }
        @{ What = 'a map of titles alone'; Id = 'EmptySubjectMap'; Arguments = { @{ Path = $out; SubjectMap = "$TestDrive/titles.csv" } } }
        @{ What = 'a map without rows'; Id = 'EmptySubjectMap'; Arguments = { @{ Path = $out; SubjectMap = @() } } }
        @{ What = 'originals in an empty folder'; Id = 'NoOriginals'; Arguments = { @{ Path = $out; ReferencePath = "$TestDrive/empty" } } }
        @{ What = 'originals that are not there'; Id = 'NoOriginals'; Arguments = { @{ Path = $out; ReferencePath = $in, "$TestDrive/missing" } } }
    ) {
        $given = & $Arguments
        { & $Cmdlet @given -ErrorAction SilentlyContinue } | Should -Throw -ErrorId "$Id,Dams.Commands.$Class"
    }

    It 'is a terminating error of <Cmdlet>: a pipeline that gives nothing' {
        { @() | & $Cmdlet } | Should -Throw -ErrorId "NothingToAudit,Dams.Commands.$Class"
    }
}

Describe 'Find-PatientIdentifier, when it ends' {
    It 'ends with a summary in the information stream' {
        $found = @(Find-PatientIdentifier $in -ReferencePath $in -InformationVariable information 6>$null)

        $summary = $information[-1].MessageData
        $summary | Should -BeOfType 'Dams.AuditSummary'
        $summary.Files | Should -Be 2
        $summary.Originals | Should -Be 2
        $summary.FindingCount | Should -Be $found.Count
        $summary.Findings['MissingMark'] | Should -Be 2
        "$summary" | Should -BeLike '2 files read, 2 originals compared: * findings (*'
    }

    It 'shows the summary to people, and writes nothing but findings into the pipeline' {
        $shown = & (Get-Process -Id $PID).Path -NoProfile -Command "Import-Module '$repository/Dams.psd1'; `$found = @(Find-PatientIdentifier '$out'); `"found `$(`$found.Count)`""
        $shown | Should -Be '2 files read, 0 originals compared: 0 findings.', 'found 0'
    }
}

Describe 'Test-PatientProtection' {
    It 'is true where an audit finds nothing' {
        Test-PatientProtection $out -SubjectMap $map -ReferencePath $in 6>$null | Should -BeExactly $true
    }

    It 'is false where it finds something' {
        Test-PatientProtection $in, $out 6>$null | Should -BeExactly $false
    }

    It 'is false where a path could not be looked at' {
        Test-PatientProtection $out, "$TestDrive/missing" -ErrorAction SilentlyContinue 6>$null | Should -BeExactly $false
    }

    It 'is one bool for what comes through the pipeline' {
        $given = Get-ChildItem $out -Recurse -File | Test-PatientProtection 6>$null
        $given | Should -BeOfType [bool]
        $given | Should -HaveCount 1
    }
}
