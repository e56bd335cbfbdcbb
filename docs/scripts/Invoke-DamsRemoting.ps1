<#
.SYNOPSIS
    Does the whole job for a patient list on several machines by PowerShell remoting and writes one subject map here.
.DESCRIPTION
    The list is split between patients, a shard for each session. The rows, the key and what comes back travel in the
    sessions, which encrypt; the key is in a file of its owner alone on each machine as long as the work lasts. The
    folders of the list have to be readable here, where it is split, and on the machines.
    What an earlier run finished stays: after trouble, do the list again.
    Gives one object for each session. Errors come at the end and keep nothing else back.
.EXAMPLE
    $sessions = New-PSSession -ComputerName node1, node2 -ConfigurationName PowerShell.7
    ./Invoke-DamsRemoting.ps1 -Session $sessions -List \\server\private\patients.csv -Destination \\server\shared\out -KeyPath E:\private\study7.key -SubjectMap E:\private\subjects.csv
#>
[CmdletBinding()]
param(
    # Open sessions, over WinRM or SSH, with the accounts and configurations that they need.
    [Parameter(Mandatory)]
    [Management.Automation.Runspaces.PSSession[]] $Session,

    # The patient list: .csv, or .xlsx with the module ImportExcel.
    [Parameter(Mandatory)]
    [string] $List,

    # Where the output goes, as the machines see it.
    [Parameter(Mandatory)]
    [string] $Destination,

    # The key file, on this machine.
    [Parameter(Mandatory)]
    [string] $KeyPath,

    # The CSV that leads back to the patients, on this machine.
    [Parameter(Mandatory)]
    [string] $SubjectMap,

    # Basic, Research, Encode, or the path of a recipe as the machines see it.
    [string] $ProfileName = 'Basic',

    # How many machines work at one time.
    [ValidateRange(1, 1000)]
    [int] $ThrottleLimit = 32,

    # The name or the path of the module, here and on the machines.
    [string] $Module = 'Dams'
)

$preference = $ErrorActionPreference
$ErrorActionPreference = 'Stop'
Import-Module $Module

$prepare = {
    param($Module, [byte[]] $Key, [object[]] $Rows)
    Import-Module $Module
    $damsJob = @{ Rows = $Rows; KeyPath = Join-Path ([IO.Path]::GetTempPath()) "dams-$([Guid]::NewGuid()).key" }
    $null = New-ProtectionKey -Path $damsJob.KeyPath
    # The file is its owner's alone already, and stays so.
    [IO.File]::WriteAllBytes($damsJob.KeyPath, $Key)
}
$work = {
    param([hashtable] $Protection)
    $damsJob.Rows | Invoke-PatientBatch @Protection -KeyPath $damsJob.KeyPath -ErrorAction Continue |
        ForEach-Object Series | Select-Object Subject, PatientID, CTDate, InstanceCount, FailedCount
}
$cleanUp = {
    if ($damsJob) {
        Remove-Item -LiteralPath $damsJob.KeyPath -ErrorAction Ignore
        $damsJob = $null
    }
}

$protection = @{ Destination = $Destination; Profile = $ProfileName; Resume = $true }
$rows = & "$PSScriptRoot/Import-PatientList.ps1" $List
$key = [IO.File]::ReadAllBytes((Resolve-Path -LiteralPath $KeyPath).ProviderPath)
# What cannot be read of a row now is told where the row is worked on.
$shards = @($rows | & "$PSScriptRoot/Split-PatientList.ps1" -Count $Session.Count -ErrorAction SilentlyContinue)
$used = @($Session | Select-Object -First $shards.Count)
$reports = @{}
try {
    for ($i = 0; $i -lt $used.Count; $i++) {
        $reports[$used[$i].InstanceId] = [pscustomobject]@{
            ComputerName = $used[$i].ComputerName; Patients = $shards[$i].Patients; Series = 0; Instances = 0; Failed = 0; Errors = 0
        }
        Invoke-Command -Session $used[$i] -ScriptBlock $prepare -ArgumentList $Module, $key, $shards[$i].Rows
    }
    Invoke-Command -Session $used -ThrottleLimit $ThrottleLimit -ScriptBlock $work -ArgumentList $protection -ErrorAction SilentlyContinue -ErrorVariable problems |
        ForEach-Object {
            $report = $reports[$_.RunspaceId]
            $report.Series++
            $report.Instances += $_.InstanceCount
            $report.Failed += $_.FailedCount
            if ($_.InstanceCount) { $_ }
        } | Export-SubjectMap $SubjectMap -ErrorAction Continue
}
finally {
    foreach ($one in $used | Where-Object State -EQ 'Opened') {
        Invoke-Command -Session $one -ScriptBlock $cleanUp -ErrorAction Continue
    }
}
$ErrorActionPreference = $preference
foreach ($problem in $problems) {
    $PSCmdlet.WriteError($problem)
}
foreach ($one in $used) {
    $report = $reports[$one.InstanceId]
    $report.Errors = @($problems | Where-Object { $_.OriginInfo.RunspaceID -eq $one.InstanceId }).Count
    $report
}
