BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $map = "$TestDrive/subjects.csv"
    Set-Content $map 'subj,MRN,CT_date', 'S-1,0042,20240101', 'S-2,"M,2",'
}

Describe 'Import-SubjectMap' {
    It 'gives one entry for each line, text as it stands' {
        $entries = Import-SubjectMap $map
        $entries | Should -HaveCount 2
        $entries[0] | Should -BeOfType 'Dams.SubjectMapEntry'
        $entries.Subj | Should -BeExactly 'S-1', 'S-2'
        $entries.MRN | Should -BeExactly '0042', 'M,2'
        $entries.CT_date | Should -BeExactly '20240101', ''
    }

    It 'takes the path as -<_>' -ForEach 'Path', 'LiteralPath', 'PSPath', 'LP', 'FullName' {
        $parameter = @{ $_ = $map }
        Import-SubjectMap @parameter | Should -HaveCount 2
    }

    It 'takes a file of Get-ChildItem' {
        Get-ChildItem $map | Import-SubjectMap | Should -HaveCount 2
    }

    It 'takes a path with brackets, relative to the location of PowerShell' {
        Copy-Item $map "$TestDrive/map [1].csv"
        Push-Location $TestDrive
        $entries = Import-SubjectMap './map [1].csv'
        Pop-Location
        $entries | Should -HaveCount 2
    }

    It 'knows the columns <Header>' -ForEach @(
        @{ Header = 'subj,MRN,CT_date' }, @{ Header = 'SUBJ,mrn,ct date' }, @{ Header = 'Subject,PatientID,CTDate' }
        @{ Header = 'Subject ID,Patient ID,CT Date' }, @{ Header = 'id,mrn,CT-Date' }, @{ Header = ' subj , MRN , CT_date ' }
    ) {
        Set-Content "$TestDrive/header.csv" $Header, 'S-1,M-1,20240101'
        $entry = Import-SubjectMap "$TestDrive/header.csv"
        "$($entry.Subj) $($entry.MRN) $($entry.CT_date)" | Should -BeExactly 'S-1 M-1 20240101'
    }

    It 'takes rows with the columns <Columns>' -ForEach @(
        @{ Columns = 'subj', 'MRN', 'CT_date' }, @{ Columns = 'Subject', 'PatientID', 'CTDate' }
        @{ Columns = 'SubjectID', 'mrn', 'CT_date' }, @{ Columns = 'id', 'PatientID', 'CTDate' }
    ) {
        $row = [pscustomobject]@{ $Columns[0] = 'S-1'; $Columns[1] = 'M-1'; $Columns[2] = '20240101' }
        $entry = $row | Import-SubjectMap
        "$($entry.Subj) $($entry.MRN) $($entry.CT_date)" | Should -BeExactly 'S-1 M-1 20240101'
    }

    It 'takes rows of Import-Csv' {
        (Import-Csv $map | Import-SubjectMap).MRN | Should -BeExactly '0042', 'M,2'
    }

    It 'reads what Export-Csv writes of its entries' {
        Import-SubjectMap $map | Export-Csv "$TestDrive/again.csv"
        (Import-SubjectMap "$TestDrive/again.csv").MRN | Should -BeExactly '0042', 'M,2'
    }

    It 'reads <Encoding> and either line end' -ForEach @{ Encoding = 'utf8' }, @{ Encoding = 'utf8BOM' }, @{ Encoding = 'unicode' } {
        $text = "subj,MRN`r`nS-1,`"M`u{fc}`"`"1`"`r`n`r`nS-2,M2"
        Set-Content "$TestDrive/encoded.csv" $text -Encoding $Encoding -NoNewline
        (Import-SubjectMap "$TestDrive/encoded.csv").MRN | Should -BeExactly "M`u{fc}`"1", 'M2'
    }

    It 'leaves out lines without a subject, and what comes twice' {
        Set-Content "$TestDrive/holes.csv" 'subj,MRN', 'S-1,', ',M-2', 'S-3,M-3', 'S-3,M-3', ''
        (Import-SubjectMap "$TestDrive/holes.csv").Subj | Should -Be 'S-1', 'S-3'
    }

    It 'takes paths through the pipeline' {
        (Get-Item $map | Import-SubjectMap).Count | Should -Be (@(Import-SubjectMap $map)).Count
        ($map | Import-SubjectMap).Count | Should -Be (@(Import-SubjectMap $map)).Count
    }

    It 'refuses a file without the columns' {
        Set-Content "$TestDrive/broken.csv" 'name,words', 'Muster,Erika'
        { Import-SubjectMap "$TestDrive/broken.csv" } |
            Should -Throw -ErrorId 'MalformedSubjectMap,Dams.Commands.ImportSubjectMapCommand' -ExpectedMessage '*lacks a column*'
    }

    It 'refuses a path that leads nowhere' {
        { Import-SubjectMap "$TestDrive/missing.csv" } |
            Should -Throw -ErrorId 'UnreadableSubjectMap,Dams.Commands.ImportSubjectMapCommand' -ExpectedMessage '*it is not there*'
    }

    It 'tells a row without a subject and goes on' {
        $entries = [pscustomobject]@{ subj = ''; MRN = 'M-1' }, [pscustomobject]@{ subj = 'S-2'; MRN = 'M-2' } |
            Import-SubjectMap -ErrorVariable problems -ErrorAction SilentlyContinue
        $entries.Subj | Should -Be 'S-2'
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NoSubjectMapEntry,*'
    }
}
