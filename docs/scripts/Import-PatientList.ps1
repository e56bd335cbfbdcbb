<#
.SYNOPSIS
    Gives the rows of a patient list: an .xlsx (with the module ImportExcel), an .xml of Export-Clixml, or text with separators.
.DESCRIPTION
    Text is read as the command dams reads it: UTF-8, or UTF-16 with a byte order mark, with commas, semicolons, tabs or
    bars, which the first line tells. A list without rows is an error.
.EXAMPLE
    ./Import-PatientList.ps1 \\server\private\patients.csv | Invoke-PatientBatch -Destination ./out -Validate
#>
[CmdletBinding()]
[OutputType([pscustomobject])]
param(
    # The file.
    [Parameter(Mandatory, Position = 0)]
    [string] $Path
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
    $text | ConvertFrom-Csv -Delimiter $separator
}

$file = (Resolve-Path -LiteralPath $Path).ProviderPath
$rows = @(
    switch ([IO.Path]::GetExtension($file)) {
        '.xml' { Import-Clixml -LiteralPath $file }
        { $_ -in '.xlsx', '.xlsm' } { Import-Excel -Path ([WildcardPattern]::Escape($file)) }
        default { Read-SeparatedText $file }
    }
)
if (-not $rows) {
    throw [Management.Automation.ErrorRecord]::new(
        [IO.InvalidDataException]::new('The patient list has no rows.'), 'EmptyPatientList', 'InvalidData', $null)
}
$rows
