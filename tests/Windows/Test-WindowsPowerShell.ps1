<#
.SYNOPSIS
    Uses the module as people do in Windows PowerShell 5.1, and compares what comes out with what the command gives.
.DESCRIPTION
    The Pester suite is written for PowerShell 7; this script runs in both, on every system. It ends with an error when
    anything is not as it should be.
.PARAMETER Module
    The manifest of the module, as it is installed.
.PARAMETER Command
    The command dams, for PowerShell's own system.
#>
param(
    [Parameter(Mandatory = $true)]
    [string] $Module,

    [Parameter(Mandatory = $true)]
    [string] $Command
)

$ErrorActionPreference = 'Stop'
$isOnWindows = [IO.Path]::DirectorySeparatorChar -eq '\'
$folder = Join-Path ([IO.Path]::GetTempPath()) "dams-$([guid]::NewGuid().ToString('N').Substring(0, 8))"

# The files of a folder with their hashes, in a fixed order.
function Get-Tree([string] $Path) {
    $root = (Get-Item -LiteralPath $Path).FullName
    $files = Get-ChildItem -LiteralPath $root -Recurse -File | Where-Object Name -NE '.dams-in-place'
    $files | ForEach-Object { "$($_.FullName.Substring($root.Length)) $((Get-FileHash -LiteralPath $_.FullName).Hash)" } | Sort-Object
}

function Assert-Same([string] $What, [object] $Expected, [object] $Actual) {
    $difference = Compare-Object @($Expected) @($Actual) -SyncWindow 0
    if (-not $Expected -or $difference) {
        throw "${What}: $($difference | Select-Object -First 3 | Out-String)"
    }
    Write-Output "passed: $What"
}

function Invoke-Command51([string[]] $Argument) {
    # What the command tells on standard error is no error of this script.
    $ErrorActionPreference = 'Continue'
    $null = & $Command @Argument 2>&1
    if ($LASTEXITCODE) {
        throw "dams $($Argument[0]) ended with $LASTEXITCODE"
    }
}

# On Windows, those who may do something with a file.
function Get-Reader([string] $Path) {
    (Get-Acl -LiteralPath $Path).Access | ForEach-Object { $_.IdentityReference.Value } | Sort-Object -Unique
}

try {
    Import-Module (Resolve-Path $Module)
    Write-Output "PowerShell $($PSVersionTable.PSVersion), $([Dams.DicomSeries].Assembly.Location)"
    $Command = (Resolve-Path $Command).Path
    Invoke-Command51 'demo', "$folder/demo"
    $source = "$folder/demo/source"
    $key = "$folder/demo/private/protection.key"

    foreach ($name in 'Basic', 'Research', 'Encode') {
        Invoke-Command51 'protect', $source, '--destination', "$folder/command-$name", '--key', $key, '--profile', $name, '--export-map', "$folder/command-$name.csv"
        Get-DicomSeries $source | Protect-DicomPatient -Destination "$folder/module-$name" -KeyPath $key -Profile $name |
            Export-SubjectMap "$folder/module-$name.csv"
        Assert-Same "$name gives the bytes of the command" (Get-Tree "$folder/command-$name") (Get-Tree "$folder/module-$name")
        Assert-Same "$name gives the map of the command" (Get-Content "$folder/command-$name.csv") (Get-Content "$folder/module-$name.csv")
    }

    foreach ($way in 'command', 'module') {
        Copy-Item $source "$folder/in-$way" -Recurse
        $first = Get-ChildItem "$folder/in-$way/patient1/series1" -File | Select-Object -First 1
        $first.IsReadOnly = $true
    }
    Invoke-Command51 'protect', "$folder/in-command", '--in-place', '--force', '--key', $key
    $null = Protect-DicomPatient "$folder/in-module" -InPlace -Force -KeyPath $key -Backup "$folder/backup"
    Assert-Same 'in place gives the bytes of the command, of a read-only file too' (Get-Tree "$folder/in-command") (Get-Tree "$folder/in-module")
    $kept = Join-Path "$folder/backup" ("$folder/in-module" -replace ':')
    Assert-Same 'the backup holds the originals' @(Get-Tree $source | Where-Object { $_ -match '\.dcm ' }) @(Get-Tree $kept | Where-Object { $_ -match '\.dcm ' })

    $null = New-ProtectionKey "$folder/new.key"
    if ($isOnWindows) {
        $self = [Security.Principal.WindowsIdentity]::GetCurrent().Name
        # A map that others could read is the account's alone when it was replaced.
        Set-Content "$folder/open.csv" 'subj,MRN,CT_date'
        $acl = Get-Acl "$folder/open.csv"
        $acl.AddAccessRule((New-Object Security.AccessControl.FileSystemAccessRule 'Everyone', 'Read', 'Allow'))
        Set-Acl "$folder/open.csv" $acl
        Import-SubjectMap "$folder/module-Basic.csv" | Export-SubjectMap "$folder/open.csv"
        foreach ($private in 'new.key', 'module-Basic.csv', 'open.csv') {
            Assert-Same "$private is for its owner alone" $self (Get-Reader "$folder/$private")
        }
    }
    if (Get-ChildItem $folder -Recurse -Force | Where-Object Name -Like '*.dams-partial') {
        throw 'Something was left half-done.'
    }
    Write-Output 'All is as it should be.'
}
finally {
    Get-ChildItem $folder -Recurse -File -Force -ErrorAction Ignore | Where-Object IsReadOnly | ForEach-Object { $_.IsReadOnly = $false }
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
}
