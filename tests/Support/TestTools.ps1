# What the suites share: dot-source it in BeforeAll.

# As at the prompt, whatever the script that runs the suites prefers.
$ErrorActionPreference = 'Continue'

$repository = (Resolve-Path "$PSScriptRoot/../..").Path
Import-Module "$repository/Dams.psd1" -Force
Set-Alias New-TestDicom "$PSScriptRoot/New-TestDicom.ps1"

# The files of a folder, as "relative path, hash" in a fixed order: two trees are the same when these are.
function Get-TreeHash([string] $Path) {
    $full = (Resolve-Path -LiteralPath $Path).ProviderPath
    Get-ChildItem -LiteralPath $full -Recurse -File -Force | ForEach-Object {
        "$([IO.Path]::GetRelativePath($full, $_.FullName)) $((Get-FileHash -LiteralPath $_.FullName).Hash)"
    } | Sort-Object -Culture ''
}

# The files under a folder in whose path or bytes one of some texts occurs.
function Find-FileWith([string] $Path, [string[]] $Text) {
    # New UIDs and hashes hold any few digits by chance: such a number counts where no other digit or letter touches it.
    $number, $words = $Text.Where({ $_ -match '^\d{1,5}$' }, 'Split')
    $pattern = (@($words | ForEach-Object { [regex]::Escape($_) }) + @($number | ForEach-Object { "(?<![0-9A-Za-z])$_(?![0-9A-Za-z])" })) -join '|'
    foreach ($file in Get-ChildItem -LiteralPath $Path -Recurse -File -Force) {
        $bytes = [IO.File]::ReadAllBytes($file.FullName)
        $content = [Text.Encoding]::Latin1.GetString($bytes) + [Text.Encoding]::UTF8.GetString($bytes)
        $relative = [IO.Path]::GetRelativePath($Path, $file.FullName)
        if ($content -cmatch $pattern -or $relative -cmatch $pattern) {
            $relative
        }
    }
}

# The processor time in seconds that this process takes for a script: what a machine that is busy with other things does not change.
function Measure-Processor([scriptblock] $Script) {
    $before = [Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime
    $null = & $Script
    ([Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime - $before).TotalSeconds
}

# Waits until something holds; a test that waits for what never comes ends after five minutes.
function Wait-Until([scriptblock] $Condition) {
    $limit = [datetime]::UtcNow.AddMinutes(5)
    while (-not (& $Condition)) {
        if ([datetime]::UtcNow -gt $limit) {
            throw 'What the test waits for did not come.'
        }
        Start-Sleep -Milliseconds 20
    }
}

# Files that were left half-done.
function Find-PartialFile([string] $Path) {
    Get-ChildItem -LiteralPath $Path -Recurse -File -Force -ErrorAction Ignore | Where-Object Name -Like '*partial'
}

# The value of one element of a file.
function Get-Value([string] $LiteralPath, [string] $Tag) {
    (Get-DicomElement -LiteralPath $LiteralPath -Tag $Tag).Value
}

# The command: the one that DAMS_COMMAND names, else as it was built last.
function Get-CommandPath {
    if ($env:DAMS_COMMAND) {
        return $env:DAMS_COMMAND
    }
    $name = $IsWindows ? 'dams.exe' : 'dams'
    (Get-Item "$repository/src/Dams.Cli/bin/*/net10.0/$name" | Sort-Object LastWriteTime | Select-Object -Last 1).FullName
}

# The images of two patients who do not exist, as the command makes them: source/patient1, source/patient2 and
# private/protection.key. Masks, XML and the list are not kept.
function Initialize-Demo([string] $Path) {
    & (Get-CommandPath) demo $Path 2>$null
    if ($LASTEXITCODE) {
        throw "dams demo ended with $LASTEXITCODE"
    }
    Remove-Item "$Path/source/patient*/CAS-One Recordings", "$Path/source/patients.csv", "$Path/shared" -Recurse
}

# Everything that an error record holds.
function Get-ErrorText([Management.Automation.ErrorRecord] $Record) {
    @(
        "$Record"
        $Record.FullyQualifiedErrorId
        "$($Record.CategoryInfo)"
        $Record.ErrorDetails.Message
        $Record.ErrorDetails.RecommendedAction
        $Record.TargetObject | Out-String
        "$($Record.Exception)"
    ) -join "`n"
}

# Runs a script in another PowerShell and returns all that its streams carry, as text.
$capturing = @{}
function Invoke-Captured([scriptblock] $Script, [hashtable] $Variable = @{}) {
    if (-not $capturing.Shell) {
        $preferences = 'Verbose', 'Debug', 'Information', 'Progress' | ForEach-Object { "`$${_}Preference = 'Continue'" }
        $capturing.Shell = [powershell]::Create()
        $null = $capturing.Shell.AddScript("Import-Module '$repository/Dams.psd1'; $($preferences -join ';')").Invoke()
    }
    $shell = $capturing.Shell
    $shell.Commands.Clear()
    $shell.Streams.ClearStreams()
    foreach ($name in $Variable.Keys) {
        $shell.Runspace.SessionStateProxy.SetVariable($name, $Variable[$name])
    }
    $text = @()
    try {
        $text += $shell.AddScript("$Script").Invoke() | Out-String -Width 500
    }
    catch {
        $text += Get-ErrorText $_.Exception.InnerException.ErrorRecord
    }
    $text += $shell.Streams.Error | ForEach-Object { Get-ErrorText $_ }
    $text += $shell.Streams.Warning + $shell.Streams.Verbose + $shell.Streams.Debug + $shell.Streams.Information
    $text += $shell.Streams.Progress | ForEach-Object { "$($_.Activity) $($_.StatusDescription) $($_.CurrentOperation)" }
    $text -join "`n"
}

# Patients who do not exist, under source/1, source/2 and so on, and a list.csv of them; the second has two rows. Gives the list.
function Initialize-PatientList([string] $Path, [int] $Count = 5) {
    $rows = foreach ($patient in 1..$Count) {
        foreach ($series in 1..2) {
            foreach ($instance in 1..$patient) {
                $null = New-TestDicom "$Path/source/$patient/$series/$instance.dcm" @{
                    PatientID = "MRN-471$patient"; PatientName = "Muster^Erika$patient"; StudyInstanceUID = "1.2.$patient"
                    SeriesInstanceUID = "1.2.$patient.$series"; SOPInstanceUID = "1.2.$patient.$series.$instance"
                    SeriesNumber = "$series"; InstanceNumber = "$instance"
                }
            }
        }
        foreach ($folder in $(if ($patient -eq 2) { '2/1', '2/2' } else { "$patient" })) {
            [pscustomobject]@{ subj = "S-0$patient"; Patient_Name = "STUDY-0$patient"; Patient_Dir_Paths = "$Path/source/$folder" }
        }
    }
    $rows | Export-Csv "$Path/list.csv"
    "$Path/list.csv"
}
