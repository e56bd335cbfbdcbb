<#
.SYNOPSIS
    Gives the rows of a patient list: an .xlsx (with the module ImportExcel), an .xml of Export-Clixml, or text with separators.
.DESCRIPTION
    Text is read as the command dams reads it: UTF-8, or UTF-16 with a byte order mark, with commas, semicolons, tabs or
    bars, which the first line tells. Of a workbook it is the one visible sheet that names folders; rows that it hides
    count, and are told. What Import-Excel would leave out or read wrongly is an error, and so is a list without rows.
.EXAMPLE
    ./Import-PatientList.ps1 \\server\private\patients.csv | Invoke-PatientBatch -Destination ./out -Validate
#>
[CmdletBinding()]
[OutputType([pscustomobject])]
param(
    # The file.
    [Parameter(Mandatory, Position = 0)]
    [string] $Path,

    # The sheet of a workbook, by its name or its number.
    [string] $Sheet
)

$ErrorActionPreference = 'Stop'

function Read-SeparatedText([string] $File) {
    $text = "$(Get-Content -LiteralPath $File -Raw -Encoding utf8)"
    # Tells Excel the separator and is no row.
    if ($text -match '^sep=(.)\r?\n') {
        return $text.Substring($Matches[0].Length) | ConvertFrom-Csv -Delimiter $Matches[1]
    }
    $titles = ($text -replace '"[^"]*"' -split '\r?\n', 2)[0]
    $separator = ',', ';', "`t", '|' | Sort-Object -Stable -Descending { $titles.Split($_).Count } | Select-Object -First 1
    $rows = @($text | ConvertFrom-Csv -Delimiter $separator)
    # ConvertFrom-Csv leaves out what stands behind the last title: mostly the rest of a path that was not quoted.
    $count = $titles.Split($separator).Count
    $cells = @($text | ConvertFrom-Csv -Delimiter $separator -Header (0..$count))
    if ($cells | Where-Object { $_.$count }) {
        Stop-Reading 'TooManyCells' 'A row of the patient list has more cells than the list has titles.'
    }
    $rows
}

function Stop-Reading([string] $Id, [string] $Message) {
    throw [Management.Automation.ErrorRecord]::new([IO.InvalidDataException]::new($Message), $Id, 'InvalidData', $null)
}

function Test-Filled($Worksheet, [int] $Row, [int[]] $Column) {
    foreach ($number in $Column) {
        if ("$($Worksheet.Cells[$Row, $number].Value)".Trim()) {
            return $true
        }
    }
    $false
}

# The sheet that is meant, with what Import-Excel does not see of it.
function Get-ListSheet([object[]] $Worksheet) {
    $found = foreach ($one in $Worksheet | Where-Object Dimension) {
        $from, $to = $one.Dimension.Start, $one.Dimension.End
        $columns = $from.Column..$to.Column
        $top = $from.Row..$to.Row | Where-Object { Test-Filled $one $_ $columns } | Select-Object -First 1
        if ($top) {
            $titles = @($columns | Where-Object { Test-Filled $one $top $_ })
            $names = $titles | ForEach-Object { "$($one.Cells[$top, $_].Value)" -replace '[^\p{L}\p{Nd}]' }
            [pscustomobject]@{
                Name = $one.Name; Top = $top; IsVisible = "$($one.Hidden)" -eq 'Visible'
                IsList = [bool]($names -match '^(patientdirpaths?|folders?|paths?|literalpath|lp|fullname|pspath)$')
                # Notes may stand beside the table.
                HasMerged = [bool]($top..$to.Row | Where-Object { Test-Filled $one $_ ($columns | Where-Object { $_ -notin $titles -and $one.Cells[$top, $_].Merge }) })
                Hidden = @($top..$to.Row | Where-Object { $_ -gt $top -and $one.Row($_).Hidden -and (Test-Filled $one $_ $columns) })
            }
        }
    }
    if ($Sheet) {
        $number = 0
        $name = if ([int]::TryParse($Sheet, [ref] $number) -and $Sheet -notin $Worksheet.Name) { @($Worksheet)[$number - 1].Name } else { $Sheet }
        return $found | Where-Object Name -EQ $name
    }
    $visible = @($found | Where-Object IsVisible)
    $lists = @($visible | Where-Object IsList)
    if ($lists.Count -gt 1) {
        Stop-Reading 'SeveralSheets' 'Several sheets of the patient list name folders. Say which is meant with -Sheet.'
    }
    @($lists + $visible)[0]
}

function Read-Workbook([string] $File) {
    Import-Module ImportExcel
    # A list is often open in Excel while it is used.
    $stream = [IO.File]::Open($File, 'Open', 'Read', 'ReadWrite')
    try {
        $package = [OfficeOpenXml.ExcelPackage]::new($stream)
        if ($package.Workbook.Date1904) {
            Stop-Reading 'MalformedPatientList' 'The days of the workbook count from 1904, which Import-Excel reads wrongly. Save the list as CSV UTF-8.'
        }
        $list = Get-ListSheet @($package.Workbook.Worksheets)
    }
    finally {
        $stream.Dispose()
    }
    if (-not $list) {
        Stop-Reading 'NoSuchSheet' 'The patient list has no such sheet, hides all that it has, or is of the kind Strict Open XML.'
    }
    if ($list.HasMerged) {
        Stop-Reading 'TooManyCells' 'A title of the patient list is merged over several columns with values. Give each column a title of its own.'
    }
    if ($list.Hidden) {
        Write-Warning "$($list.Hidden.Count) rows of the sheet are hidden and count all the same: $($list.Hidden -join ', ')."
    }
    Import-Excel -Path ([WildcardPattern]::Escape($File)) -WorksheetName $list.Name -StartRow $list.Top
}

$file = (Resolve-Path -LiteralPath $Path).ProviderPath
$rows = @(
    switch ([IO.Path]::GetExtension($file)) {
        '.xml' { Import-Clixml -LiteralPath $file }
        { $_ -in '.xlsx', '.xlsm' } { Read-Workbook $file }
        default { Read-SeparatedText $file }
    }
)
if (-not $rows) {
    Stop-Reading 'EmptyPatientList' 'The patient list has no rows.'
}
$rows
