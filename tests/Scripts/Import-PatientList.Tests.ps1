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

    It 'refuses a row with more cells than there are titles, since the rest of a path would be lost' {
        { & $script (New-List 'list.csv' "Patient_ID,Patient_Dir_Paths`nM03,p/Muster, Anna/a") } | Should -Throw -ErrorId 'TooManyCells*'
    }
}

Describe 'Import-PatientList.ps1 with a workbook' -Skip:(-not (Get-Module ImportExcel -ListAvailable)) {
    BeforeAll {
        # A workbook of some sheets: name, rows, and what is done with the sheet.
        function New-Workbook([object[]] $Sheet) {
            $path = "$($folder.FullName)/$([guid]::NewGuid()).xlsx"
            Import-Module ImportExcel -WarningAction Ignore 3> $null
            $package = [OfficeOpenXml.ExcelPackage]::new([IO.FileInfo]$path)
            foreach ($one in $Sheet) {
                $made = $package.Workbook.Worksheets.Add($one.Name)
                for ($row = 0; $row -lt $one.Rows.Count; $row++) {
                    for ($column = 0; $column -lt $one.Rows[$row].Count; $column++) {
                        $made.Cells[($row + 1), ($column + 1)].Value = $one.Rows[$row][$column]
                    }
                }
                if ($one.Change) {
                    & $one.Change $made
                }
            }
            $package.Save()
            $package.Dispose()
            $path
        }
        $titles = 'Patient_ID', 'Patient_Dir_Paths'
    }

    It 'reads the visible sheet and not a hidden one before it, or the one that is named' {
        $path = New-Workbook @{ Name = 'Old'; Rows = $titles, @('OLD', 'p/b'); Change = { $args[0].Hidden = 'Hidden' } }, @{ Name = 'New'; Rows = $titles, @('M03', 'p/a') }
        (& $script $path).Patient_ID | Should -BeExactly 'M03'
        (& $script $path -Sheet 1).Patient_ID | Should -BeExactly 'OLD'
        (& $script $path -Sheet new).Patient_ID | Should -BeExactly 'M03'
        { & $script $path -Sheet none } | Should -Throw -ErrorId 'NoSuchSheet*'
    }

    It 'asks which of two lists is meant, and passes a sheet of notes by' {
        $list = @{ Name = 'A'; Rows = $titles, @('M03', 'p/a') }
        { & $script (New-Workbook $list, @{ Name = 'B'; Rows = $titles, @('M04', 'p/b') }) } | Should -Throw -ErrorId 'SeveralSheets*'
        (& $script (New-Workbook @{ Name = 'Notes'; Rows = @(, @('To do', 'x')) }, $list)).Patient_ID | Should -BeExactly 'M03'
    }

    It 'tells of rows that a filter hides' {
        $path = New-Workbook @{ Name = 'A'; Rows = $titles, @('M03', 'p/a'), @('M04', 'p/b'); Change = { $args[0].Row(3).Hidden = $true } }
        $rows = & $script $path -WarningVariable warnings -WarningAction SilentlyContinue
        $rows.Patient_ID | Should -BeExactly 'M03', 'M04'
        $warnings -match 'hidden' | Should -BeLike '*: 3.'
    }

    It 'refuses a title that is merged over two columns with values, and days that count from 1904' {
        $path = New-Workbook @{ Name = 'A'; Rows = @('Patient_ID', 'Folders', $null), @('M03', 'p/a', 'p/b'); Change = { $args[0].Cells['B1:C1'].Merge = $true } }
        { & $script $path } | Should -Throw -ErrorId 'TooManyCells*'
        $path = New-Workbook @{ Name = 'A'; Rows = $titles, @('M03', 'p/a'); Change = { $args[0].Workbook.Date1904 = $true } }
        { & $script $path } | Should -Throw -ErrorId 'MalformedPatientList*'
    }
}
