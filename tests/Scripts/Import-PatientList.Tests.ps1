BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $script = "$repository/docs/scripts/Import-PatientList.ps1"
    $folder = New-Item -ItemType Directory "$TestDrive/with [brackets]"

    function New-List([string] $Name, [string] $Text, $Encoding = 'utf8') {
        $path = "$($folder.FullName)/$Name"
        Set-Content -LiteralPath $path -Value $Text -Encoding $Encoding -NoNewline
        $path
    }
}

Describe 'Import-PatientList.ps1' {
    It 'reads a list with <Name>' -ForEach @(
        @{ Name = 'commas'; Text = "Patient_ID,MRN,Patient_Dir_Paths`nM03,0004711,p/a`n" }
        @{ Name = 'semicolons'; Text = "Patient_ID;MRN;Patient_Dir_Paths`r`nM03;0004711;p/a`r`n" }
        @{ Name = 'tabs'; Text = "Patient_ID`tMRN`tPatient_Dir_Paths`nM03`t0004711`tp/a" }
        @{ Name = 'bars'; Text = "Patient_ID|MRN|Patient_Dir_Paths`nM03|0004711|p/a" }
        @{ Name = 'a line that tells Excel the separator'; Text = "sep=;`r`nPatient_ID;MRN;Patient_Dir_Paths`r`nM03;0004711;p/a" }
        @{ Name = 'separators in quotes'; Text = "Patient_ID;""Note, and, more"";MRN;Patient_Dir_Paths`nM03;x;0004711;p/a" }
    ) {
        $row = & $script (New-List 'list.csv' $Text)
        $row | Should -HaveCount 1
        $row.Patient_ID, $row.MRN, $row.Patient_Dir_Paths | Should -BeExactly 'M03', '0004711', 'p/a'
    }

    It 'reads <_>' -ForEach @('unicode', 'bigendianunicode', 'utf8BOM', 'utf8') {
        $hangul = "`u{d64d}-1"
        (& $script (New-List 'list.txt' "Patient_ID;Patient_Dir_Paths`n$hangul;p/a" $_)).Patient_ID | Should -BeExactly $hangul
    }

    It 'reads cells of several lines' {
        (& $script (New-List 'list.csv' "Patient_ID;Patient_Dir_Paths`nM03;""p/a`np/b""")).Patient_Dir_Paths | Should -BeExactly "p/a`np/b"
    }

    It 'reads what Export-Clixml writes' {
        [pscustomobject]@{ Patient_ID = 'M03'; Patient_Dir_Paths = 'p/a' } | Export-Clixml -LiteralPath "$($folder.FullName)/list.xml"
        (& $script "$($folder.FullName)/list.xml").Patient_ID | Should -BeExactly 'M03'
    }

    It 'reads a workbook whose path holds characters of a pattern' {
        if (-not (Get-Module ImportExcel -ListAvailable)) {
            Set-ItResult -Skipped -Because 'ImportExcel is not installed'
        }
        [pscustomobject]@{ Patient_ID = 'M03'; Patient_Dir_Paths = 'p/a' } | Export-Excel "$TestDrive/plain.xlsx"
        Move-Item "$TestDrive/plain.xlsx" -Destination $folder.FullName
        (& $script "$($folder.FullName)/plain.xlsx").Patient_ID | Should -BeExactly 'M03'
    }

    It 'ends with an error where there is no row: <_>' -ForEach @('', "Patient_ID,MRN,Patient_Dir_Paths`n") {
        { & $script (New-List 'empty.csv' $_) } | Should -Throw -ErrorId 'EmptyPatientList*'
    }
}
