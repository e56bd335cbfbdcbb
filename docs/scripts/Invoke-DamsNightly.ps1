<#
.SYNOPSIS
    De-identifies a folder, or does the whole job for a patient list, unattended: for Task Scheduler, cron, systemd and job arrays.
.DESCRIPTION
    Start it with pwsh -NoProfile -NonInteractive -File. It ends with
      0  all is done
      1  something failed or was not found; the log says what, and the rest is done
      2  it cannot work as it was called or set up
      3  another run with the same log folder is still at work; nothing was done
    What an earlier run finished stays: a run after one that was cut off does the rest.
    All paths are full paths, on Windows UNC paths where they are on a share.
.PARAMETER Source
    The folder to work on: this or -List.
.PARAMETER List
    The patient list to work on: .csv, .xlsx (with the module ImportExcel) or .xml (of Export-Clixml), as Import-PatientList.ps1 reads it. Segmentations are
    linked and the XML beside the images is cleaned too.
.PARAMETER Destination
    Where the output goes.
.PARAMETER KeyPath
    The key file.
.PARAMETER SubjectMap
    The CSV that leads back to the patients; what this run finds is merged into it.
.PARAMETER LogFolder
    A folder for this task alone: the log, which names nobody; failures.csv, which says where the source is and which
    the account alone can read; and the lock that keeps a second run out.
.PARAMETER ProfileName
    Basic, Research, Encode, or the path of a recipe.
.PARAMETER ThrottleLimit
    Number of files to work on at one time. Without it, the number of processors, and at least 16 where the files are on a share.
.PARAMETER Module
    The name or the path of the module.
#>

# Nothing is mandatory and all is text: for what PowerShell itself refuses, it ends with 1.
param(
    [string] $Source,
    [string] $List,
    [string] $Destination,
    [string] $KeyPath,
    [string] $SubjectMap,
    [string] $LogFolder,
    [string] $ProfileName = 'Basic',
    [string] $ThrottleLimit,
    [string] $Module = 'Dams'
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$started = Get-Date
$count = @{ Series = 0; Instances = 0; Failed = 0; Errors = 0 }
$log = $null
$needed = @{ Destination = $Destination; KeyPath = $KeyPath; SubjectMap = $SubjectMap; LogFolder = $LogFolder }
$inputs = @($Source, $List) -ne ''
$protection = @{
    Destination = $Destination
    KeyPath = $KeyPath
    Profile = $ProfileName
    Resume = $true
    ErrorAction = 'Continue'
}
if ($ThrottleLimit) {
    $protection.ThrottleLimit = $ThrottleLimit
}

function Write-LogLine([string] $Text) {
    $line = "$([DateTime]::Now.ToString('s')) $Text"
    Write-Information $line -InformationAction Continue
    if ($log) {
        Add-Content -LiteralPath $log -Value $line
    }
}

# Only messages of Dams are known to hold no patient value; of another it says what kind it is and where it came up.
function Get-SafeText([Management.Automation.ErrorRecord] $Record) {
    if ($Record.FullyQualifiedErrorId -match '^(\w+),Dams\.Commands\.') {
        return "$($Matches[1]): $Record"
    }
    # Those of Import-PatientList.ps1 hold none either.
    if ($Record.FullyQualifiedErrorId -match '^(EmptyPatientList|MalformedPatientList|NoSuchSheet|SeveralSheets|TooManyCells)\b') {
        return "$($Matches[1]): $Record"
    }
    "$($Record.Exception.GetType().Name) in line $($Record.InvocationInfo.ScriptLineNumber) at $($Record.InvocationInfo.MyCommand)"
}

function Get-SetupProblem([object[]] $Unknown) {
    foreach ($name in $needed.Keys | Where-Object { -not $needed[$_] }) {
        return "-$name is missing."
    }
    if ($inputs.Count -ne 1) {
        return 'Give -Source or -List.'
    }
    if ($Unknown) {
        return "There are $($Unknown.Count) arguments too many; check how parameters are written."
    }
}

# The system lets go of the lock when the process ends, however it ends. Null where another holds it.
function Open-Lock([string] $Path) {
    try {
        [IO.File]::Open($Path, 'OpenOrCreate', 'ReadWrite', 'None')
    }
    catch {
        if ($_.Exception.GetBaseException().GetType() -ne [IO.IOException]) {
            throw
        }
    }
}

# Takes what the cmdlets give: counts results and passes them on, writes the rest to the log.
filter Receive-Result {
    if ($_ -is [Management.Automation.ErrorRecord]) {
        $count.Errors++
        Write-LogLine "Error: $(Get-SafeText $_)"
    }
    elseif ($_ -is [Management.Automation.WarningRecord]) {
        Write-LogLine "Warning: $_"
    }
    else {
        $count.Series++
        $count.Instances += $_.InstanceCount
        $count.Failed += $_.FailedCount
        $_
    }
}

$lock = $null
try {
    if ($problem = Get-SetupProblem $args) {
        Write-LogLine $problem
        exit 2
    }
    $folder = (New-Item -ItemType Directory -Path $LogFolder -Force).FullName
    $lock = Open-Lock (Join-Path $folder 'dams.lock')
    if (-not $lock) {
        Write-LogLine 'Another run is still at work.'
        exit 3
    }
    $log = Join-Path $folder "dams-$($started.ToString('s') -replace '\D').log"
    Write-LogLine "Started, process $PID"
    Import-Module $Module
    $protection.FailureLog = Join-Path $folder 'failures.csv'
    $work = @(if ($Source) { Get-Item -LiteralPath $Source } else { & "$PSScriptRoot/Import-PatientList.ps1" $List })
    & { if ($Source) { $work | Protect-DicomPatient @protection } else { $work | Invoke-PatientBatch @protection | ForEach-Object Series } } 2>&1 3>&1 | Receive-Result |
        Export-SubjectMap $SubjectMap -ErrorAction Continue 2>&1 3>&1 | Receive-Result
    Write-LogLine "$($count.Series) series, $($count.Instances) instances; $($count.Failed) instances failed, $($count.Errors) errors"
    $code = [int]($count.Errors -gt 0 -or $count.Failed -gt 0)
}
catch {
    Write-LogLine "Stopped: $(Get-SafeText $_)"
    $code = 2
}
finally {
    if ($lock) {
        $lock.Dispose()
    }
}
Write-LogLine "Ended with $code after $([int]((Get-Date) - $started).TotalSeconds) s"
exit $code
