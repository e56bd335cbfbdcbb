<#
.SYNOPSIS
    Writes a patient list as shard-1.xml, shard-2.xml and so on into a folder and gives their number.
.DESCRIPTION
    The files keep numbers and dates as the list has them; Import-Clixml reads them. They name patients.
.EXAMPLE
    ./Export-PatientShard.ps1 -List patients.csv -Count 8 -JobFolder ~/private/job1
#>
[CmdletBinding()]
[OutputType([int])]
param(
    # The patient list: .csv, or .xlsx with the module ImportExcel.
    [Parameter(Mandatory)]
    [string] $List,

    # How many shards there may be.
    [Parameter(Mandatory)]
    [int] $Count,

    # The folder to write to.
    [Parameter(Mandatory)]
    [string] $JobFolder,

    # The name or the path of the module.
    [string] $Module = 'Dams'
)

$ErrorActionPreference = 'Stop'
Import-Module $Module
$rows = & "$PSScriptRoot/Import-PatientList.ps1" $List
# What cannot be read of a row now is told again, and counted, where the row is worked on.
$shards = @($rows | & "$PSScriptRoot/Split-PatientList.ps1" -Count $Count -ErrorAction SilentlyContinue)
foreach ($shard in $shards) {
    $shard.Rows | Export-Clixml -LiteralPath (Join-Path $JobFolder "shard-$($shard.Shard).xml")
}
$shards.Count
