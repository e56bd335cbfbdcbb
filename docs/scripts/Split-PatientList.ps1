<#
.SYNOPSIS
    Splits the rows of a patient list into shards of about the same size, between patients and never within one.
.DESCRIPTION
    What is taken out of texts comes from all files of the patient, so one patient has to stay together. Who a row is of,
    the headers of the files say; rows that name the same id or the same new name stay together too. The same rows and
    files give the same shards.
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
    $named = 'patientid', 'subj', 'subject', 'subjectid', 'id', 'mrn', 'patientname'
    $patients = @{}
    $next = 0

    function Get-PatientKey([psobject] $Row, [object[]] $Series) {
        foreach ($property in $Row.PSObject.Properties) {
            $title = $property.Name.ToLowerInvariant() -replace '[^a-z]'
            if ($title -in $named -and "$($property.Value)".Trim()) {
                "$title=$("$($property.Value)".Trim())"
            }
        }
        foreach ($one in $Series) {
            if ($one.PatientID) { "file=$($one.PatientID)" } else { "study=$($one.StudyInstanceUID)" }
        }
    }

    # The one patient to whom these keys lead; those that turn out to be one are joined.
    function Join-Patient([string[]] $Key) {
        $met = @($Key | ForEach-Object { $patients[$_] } | Where-Object { $_ } | Sort-Object Number -Unique)
        $patient = if ($met) { $met[0] } else {
            [pscustomobject]@{ Number = $next; Length = 0L; Keys = @(); Rows = @() }
        }
        foreach ($other in $met | Select-Object -Skip 1) {
            $patient.Length += $other.Length
            $patient.Keys += $other.Keys
            $patient.Rows += $other.Rows
        }
        $patient.Keys = @($patient.Keys + $Key | Sort-Object -Unique)
        foreach ($one in $patient.Keys) {
            $patients[$one] = $patient
        }
        $patient
    }
}
process {
    foreach ($row in $InputObject) {
        $series = @($row | Get-DicomSeries)
        $next++
        $patient = Join-Patient @(@(Get-PatientKey $row $series) + "row=$next")
        $patient.Length += ($series | Measure-Object Length -Sum).Sum
        $patient.Rows += [pscustomobject]@{ Number = $next; Row = $row }
    }
}
end {
    # The largest first, each to the shard that has least.
    $all = @($patients.Values | Sort-Object Number -Unique)
    $shards = @(1..[Math]::Min($Count, [Math]::Max(1, $all.Count)) | ForEach-Object {
        [pscustomobject]@{ Shard = $_; Patients = 0; Length = 0L; Rows = @() }
    })
    foreach ($patient in $all | Sort-Object @{ Expression = 'Length'; Descending = $true }, Number) {
        $shard = $shards | Sort-Object Length, Patients, Shard | Select-Object -First 1
        $shard.Patients++
        $shard.Length += $patient.Length
        $shard.Rows += $patient.Rows
    }
    foreach ($shard in $shards) {
        $shard.Rows = @($shard.Rows | Sort-Object Number | ForEach-Object Row)
        $shard
    }
}
