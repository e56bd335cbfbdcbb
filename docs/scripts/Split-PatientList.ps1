<#
.SYNOPSIS
    Splits the rows of a patient list into shards of about the same size, between patients and never within one.
.DESCRIPTION
    What is taken out of texts comes from all files of the patient, so one patient has to stay together. The plan of the
    list tells which rows are of one patient. Rows with problems stay together too: what is wrong with one may be another.
    The same rows and files give the same shards.
.EXAMPLE
    Import-Csv patients.csv | ./Split-PatientList.ps1 -Count 8 | Select-Object Shard, Patients, Length
#>
[CmdletBinding()]
param(
    # Rows of a patient list.
    [Parameter(Mandatory, ValueFromPipeline)]
    [psobject[]] $InputObject,

    # How many shards there may be. There are fewer where there are fewer patients.
    [Parameter(Mandatory)]
    [ValidateRange(1, 10000)]
    [int] $Count
)

begin {
    $rows = [Collections.Generic.List[psobject]]::new()
}
process {
    $rows.AddRange($InputObject)
}
end {
    # The problems are told where the rows are worked on.
    $plan = @($rows | Protect-DicomPatient -Validate -ErrorAction SilentlyContinue)
    $wrong, $right = $plan.Where({ $_.Problem }, 'Split')
    $groups = @(
        $right | ForEach-Object { [pscustomobject]@{ Numbers = $_.Rows; Length = $_.Length; Patients = 1 } }
        if ($wrong) {
            [pscustomobject]@{ Numbers = $wrong.Rows; Length = ($wrong | Measure-Object Length -Sum).Sum; Patients = $wrong.Count }
        }
    )
    $shards = @(1..[Math]::Min($Count, [Math]::Max(1, $groups.Count)) | ForEach-Object {
        [pscustomobject]@{ Shard = $_; Patients = 0; Length = 0L; Numbers = @(); Rows = @() }
    })
    # The largest first, each to the shard that has least.
    foreach ($group in $groups | Sort-Object @{ Expression = 'Length'; Descending = $true }, { $_.Numbers[0] }) {
        $shard = $shards | Sort-Object Length, Patients, Shard | Select-Object -First 1
        $shard.Patients += $group.Patients
        $shard.Length += $group.Length
        $shard.Numbers += $group.Numbers
    }
    foreach ($shard in $shards) {
        $shard.Numbers = @($shard.Numbers | Sort-Object)
        # The rows of a list are counted as a spreadsheet shows them: the first is below the header.
        $shard.Rows = @($shard.Numbers | ForEach-Object { $rows[$_ - 2] })
        $shard
    }
}
