BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $in = "$TestDrive/in"
    $null = New-TestDicom "$in/patient with a long name of a folder/1.dcm"
    $null = New-TestDicom "$in/other/1.dcm" @{ PatientID = 'MRN-4712'; StudyInstanceUID = '1.2.4'; SeriesInstanceUID = '1.2.4.1'; SOPInstanceUID = '1.2.4.1.1' }
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $results = Protect-DicomPatient $in -Destination "$TestDrive/run" -KeyPath $key

    # A host that answers each question as who just presses Enter does, and remembers it.
    Add-Type -ReferencedAssemblies ([psobject].Assembly.Location), 'System.Collections', 'System.Runtime', 'System.Console' -TypeDefinition @'
using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
public class EnterHost : PSHost
{
    private readonly EnterInterface _interface = new EnterInterface();
    public List<string> Questions { get { return _interface.Questions; } }
    public override CultureInfo CurrentCulture { get { return CultureInfo.InvariantCulture; } }
    public override CultureInfo CurrentUICulture { get { return CultureInfo.InvariantCulture; } }
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override string Name { get { return "Enter"; } }
    public override PSHostUserInterface UI { get { return _interface; } }
    public override Version Version { get { return new Version(1, 0); } }
    public override void EnterNestedPrompt() { }
    public override void ExitNestedPrompt() { }
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
    public override void SetShouldExit(int exitCode) { }
}
public class EnterInterface : PSHostUserInterface
{
    public List<string> Questions { get; } = new List<string>();
    public override PSHostRawUserInterface RawUI { get { return null; } }
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<System.Management.Automation.Host.FieldDescription> descriptions) { return null; }
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Questions.Add(message + " [" + choices[defaultChoice].Label + "]");
        return defaultChoice;
    }
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) { return null; }
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes types, PSCredentialUIOptions options) { return null; }
    public override string ReadLine() { return ""; }
    public override SecureString ReadLineAsSecureString() { return null; }
    public override void Write(string value) { }
    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) { }
    public override void WriteDebugLine(string message) { }
    public override void WriteErrorLine(string value) { }
    public override void WriteLine(string value) { }
    public override void WriteProgress(long sourceId, ProgressRecord record) { }
    public override void WriteVerboseLine(string message) { }
    public override void WriteWarningLine(string message) { }
}
'@
    function Get-Question([string] $Command) {
        $enter = [EnterHost]::new()
        $space = [runspacefactory]::CreateRunspace($enter)
        $space.Open()
        $shell = [powershell]::Create($space)
        $null = $shell.AddScript("Import-Module '$repository/Dams.psd1'; $Command").Invoke()
        $shell.Dispose()
        $space.Dispose()
        $enter.Questions
    }
}

Describe 'Protect-DicomPatient -Validate' {
    It 'gives the plan of paths: folder, derived subject and problem, and writes nothing' {
        $plan = Protect-DicomPatient $in -Destination "$TestDrive/planned" -KeyPath $key -Validate

        $plan | Should -HaveCount 2
        $plan.Folders | Sort-Object | Should -Be (Get-ChildItem $in -Directory | Sort-Object FullName).FullName
        $plan.Subject | Sort-Object | Should -Be ($results.Subject | Sort-Object)
        $plan.Problem | Should -Be '', ''
        "$TestDrive/planned" | Should -Not -Exist
    }

    It 'gives it for series that come through the pipeline' {
        (Get-DicomSeries $in | Protect-DicomPatient -KeyPath $key -Validate).Subject | Sort-Object | Should -Be ($results.Subject | Sort-Object)
    }

    It 'tells what would fail' {
        $plan = Protect-DicomPatient $in -KeyPath $key -Validate -SubjectID S-1
        $plan.Error.Id | Should -Be 'SeveralPatients'
        $plan[1].Problem | Should -BeLike '*several patients*'
    }

    It 'makes no key' {
        $data = $env:XDG_DATA_HOME
        $env:XDG_DATA_HOME = "$TestDrive/account"
        try {
            (Protect-DicomPatient $in -Validate).Subject | Should -Be '', ''
        }
        finally {
            $env:XDG_DATA_HOME = $data
        }
        "$TestDrive/account" | Should -Not -Exist
    }

    It 'is whole at 120 columns: <Cmdlet>' -ForEach @(
        @{ Cmdlet = 'Protect-DicomPatient'; Script = { Protect-DicomPatient $in -KeyPath $key -Validate -SubjectID S-1 } }
        @{ Cmdlet = 'Invoke-PatientBatch'; Script = { Invoke-PatientBatch "$in/other", "$in/patient*" -KeyPath $key -Validate -SubjectID S-1 } }
    ) {
        $plan = & $Script
        $shown = $plan | Out-String -Width 120
        $shown | Should -Not -Match "`u{2026}|\.\.\."
        ($shown -split "`n" | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 121
        # What wraps goes on in its column.
        $lines = $shown -split '\r?\n'
        foreach ($title in 'Folder', 'Problem') {
            $start = ($lines -match 'Entry +Subject')[0].IndexOf($title)
            $end = $title -eq 'Folder' ? ($lines -match 'Entry +Subject')[0].IndexOf('Problem') : 200
            $column = -join ($lines | ForEach-Object { $_.PadRight(200).Substring($start, $end - $start) }) -replace '\s'
            foreach ($text in @($title -eq 'Folder' ? $plan.Folders : $plan.Problem)) {
                $column | Should -Match ([regex]::Escape(($text -replace '\s')))
            }
        }
    }
}

Describe 'Protect-DicomPatient -InPlace' {
    BeforeEach {
        $place = "$TestDrive/$([guid]::NewGuid())"
        Copy-Item $in $place -Recurse
        $before = Get-TreeHash $place
    }

    It 'asks, and No is the answer of who just presses Enter; it says that there is no backup' {
        $questions = Get-Question "Protect-DicomPatient '$place' -InPlace -KeyPath '$key'"

        $questions[0] | Should -BeLike '*originals are replaced*no backup*lost*`[&No`]'
        Get-TreeHash $place | Should -Be $before
    }

    It 'says that there is a backup' {
        $questions = Get-Question "Protect-DicomPatient '$place' -InPlace -KeyPath '$key' -Backup '$TestDrive/backup'"

        $questions[0] | Should -BeLike '*originals are replaced*backup keeps them*`[&No`]'
        "$TestDrive/backup" | Should -Not -Exist
    }
}

Describe 'A second run' {
    It 'is one error for each patient, with -Resume as its cure, and each file is in the failure log' {
        $null = New-TestDicom "$in/other/2.dcm" @{ PatientID = 'MRN-4712'; StudyInstanceUID = '1.2.4'; SeriesInstanceUID = '1.2.4.1'; SOPInstanceUID = '1.2.4.1.2' }
        $null = Protect-DicomPatient $in -Destination "$TestDrive/again" -KeyPath $key
        $second = Protect-DicomPatient $in -Destination "$TestDrive/again" -KeyPath $key -FailureLog "$TestDrive/again.csv" -ErrorVariable problems -ErrorAction SilentlyContinue

        $problems | Should -HaveCount 2
        $problems | ForEach-Object { "$_" | Should -BeLike '*-Resume*' }
        ($second | Measure-Object FailedCount -Sum).Sum | Should -Be 3
        $lines = Import-Csv "$TestDrive/again.csv"
        $lines.Id | Should -Be (@('OutputExists') * 3)
        $lines.Source | Split-Path -Leaf | Sort-Object | Should -Be '1.dcm', '1.dcm', '2.dcm'
    }
}

Describe 'Which file a message means' {
    It 'is in the failure log of Get-DicomSeries, and what is not DICOM is too' {
        $null = New-TestDicom "$TestDrive/mixed/1.dcm"
        [IO.File]::WriteAllBytes("$TestDrive/mixed/2.dcm", [byte[]]@())
        Set-Content "$TestDrive/mixed/notes.txt" 'some text, longer than what a header needs to be read'
        $null = Get-DicomSeries "$TestDrive/mixed" -FailureLog "$TestDrive/mixed.csv" -ErrorVariable problems -ErrorAction SilentlyContinue -WarningAction SilentlyContinue

        "$problems" | Should -BeLike 'File 2: *'
        $lines = Import-Csv "$TestDrive/mixed.csv"
        $lines.ForEach('Item') | Should -Be 'File 2', 'File 3'
        $lines.Source | Should -Be '2.dcm', 'notes.txt'
        $lines.Id | Should -Be 'EmptyFile', 'NotDicom'
    }
}

Describe 'Invoke-PatientBatch of a folder' {
    It 'speaks of the folder, not of a row' {
        $null = New-Item -ItemType Directory -Force "$TestDrive/nothing"
        $result = Invoke-PatientBatch "$TestDrive/nothing", "$in/other" -Destination "$TestDrive/batch" -KeyPath $key -ErrorVariable problems -ErrorAction SilentlyContinue

        $result.Entry | Should -Be 'Folder 1', 'Folder 2'
        $problems | Should -HaveCount 1
        "$problems" | Should -BeLike 'Folder 1: *'
        "$problems $($result.Problem)" | Should -Not -Match '(?i)\brow\b'
        (Invoke-PatientBatch "$TestDrive/nothing" -KeyPath $key -Validate).Problem | Should -BeLike 'Folder 1: *'
    }
}
