BeforeDiscovery {
    # What can go wrong. The scripts name nobody: what they need comes in variables.
    $faults = @(
        @{ Id = 'NoSuchPath'; Fault = 'a path that is not there'; Script = { Protect-DicomPatient "$in/none" -Destination $out -KeyPath $key } }
        @{ Id = 'NoSuchPath'; Fault = 'a literal path that is not there'; Script = { Get-DicomSeries -LiteralPath "$in/none" } }
        @{ Id = 'NotFileSystem'; Fault = 'a path of another provider'; Script = { Get-DicomElement "Env:/PATH" } }
        @{ Id = 'left out'; Fault = 'a text file and a DICOMDIR'; Script = { Protect-DicomPatient "$in/others" -Destination $out -KeyPath $key } }
        @{ Id = 'NotDicom'; Fault = 'the elements of a text file'; Script = { Get-DicomElement "$in/others/$name.txt" } }
        @{ Id = 'EmptyFile'; Fault = 'a file without bytes'; Script = { Protect-DicomPatient "$in/empty" -Destination $out -KeyPath $key } }
        @{ Id = 'TruncatedElement'; Fault = 'a truncated header'; Script = { $null = Get-DicomSeries "$in/cut" } }
        @{ Id = 'TruncatedElement'; Fault = 'truncated pixel data'; Script = { Protect-DicomPatient "$in/cut" -Destination $out -KeyPath $key } }
        @{ Id = 'OutputExists'; Fault = 'an output that is there'; Script = { 1..2 | ForEach-Object { Protect-DicomPatient "$in/whole" -Destination $out -KeyPath $key } } }
        @{ Id = 'UnwritableDestination'; Fault = 'a destination that is a file'; Script = { Protect-DicomPatient "$in/whole" -Destination $key -KeyPath $key } }
        @{ Id = 'MalformedKey'; Fault = 'a broken key'; Script = { Protect-DicomPatient "$in/whole" -Destination $out -KeyPath $brokenKey } }
        @{ Id = 'lacks a column'; Fault = 'a broken subject map'; Script = { Protect-DicomPatient "$in/whole" -Destination $out -KeyPath $key -SubjectMap $brokenMap } }
        @{ Id = 'MalformedSubjectMap'; Fault = 'importing a broken subject map'; Script = { Import-SubjectMap $brokenMap } }
        @{ Id = 'AmbiguousSubjectMap'; Fault = 'an ambiguous subject map'; Script = { Protect-DicomPatient "$in/whole" -Destination $out -KeyPath $key -SubjectMap $ambiguousMap } }
        @{ Id = 'GivenValueIsPatients'; Fault = 'a given name that is the own'; Script = { Protect-DicomPatient "$in/whole" -Destination $out -KeyPath $key -PatientName $patientName } }
        @{ Id = 'GivenValueIsPatients'; Fault = 'a given id that is the own'; Script = { Protect-DicomPatient "$in/whole" -Destination $out -KeyPath $key -SubjectID $patientId } }
        @{ Id = 'InvalidSubjectID'; Fault = 'a given id that is a name'; Script = { Protect-DicomPatient "$in/whole" -Destination $out -KeyPath $key -SubjectID "$name, $name" } }
        @{ Id = 'SeveralPatients'; Fault = 'one identity for two patients'; Script = { Protect-DicomPatient "$in/two" -Destination $out -KeyPath $key -SubjectID 'S-1' } }
        @{ Id = 'NotInCharacterSet'; Fault = 'a value that the character set lacks'; Script = { Protect-DicomPatient "$in/whole" -Destination $out -KeyPath $key -Replace @{ SeriesDescription = "`u{d64d}" } } }
        @{ Id = 'OutputNameTaken'; Fault = 'two files with one name'; Script = { Get-DicomSeries "$in/two", "$in/three" | Protect-DicomPatient -Destination $out -KeyPath $key -KeepStructure } }
        @{ Id = 'two birth dates'; Fault = 'two birth dates'; Script = { Protect-DicomPatient "$in/births" -Destination $out -KeyPath $key } }
        @{ Id = 'without PatientID'; Fault = 'no PatientID'; Script = { Protect-DicomPatient "$in/nameless" -Destination $out -KeyPath $key } }
        @{ Id = 'same bytes'; Fault = 'the same bytes twice'; Script = { Protect-DicomPatient "$in/twice" -Destination $out -KeyPath $key } }
        @{ Id = 'SUBJ-'; Fault = 'nothing that goes wrong'; Script = { Protect-DicomPatient "$in/whole" -Destination $out -KeyPath $key -Verbose } }
        @{ Id = 'Merge 1 series'; Fault = 'a map that is exported'; Script = { Protect-DicomPatient "$in/whole" -Destination $out -KeyPath $key | Export-SubjectMap "$out/map.csv" -Verbose } }
        @{ Id = 'MalformedSubjectMap'; Fault = 'a map that cannot be merged'; Script = { Protect-DicomPatient "$in/whole" -Destination $out -KeyPath $key | Export-SubjectMap $brokenMap } }
    )
}

BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $name = 'Sonderling'
    $in = "$TestDrive/in/$name, Xaver (MRN-998877)"
    $known = @{
        PatientName = "$name^Xaver"; PatientID = 'MRN-998877'; PatientBirthDate = '19370429'; AccessionNumber = 'ACC-554433'
        StudyDescription = "CT for $name"; PatientComments = "call Xaver at 030-778899"
    }
    function Write-Instance([string] $Path, [hashtable] $Other = @{}) {
        $value = $known.Clone()
        foreach ($key in $Other.Keys) {
            $value[$key] = $Other[$key]
        }
        New-TestDicom "$in/$Path" $value
    }
    $whole = Write-Instance "whole/$name.dcm"
    $bytes = [IO.File]::ReadAllBytes($whole)
    $null = 'others', 'empty', 'cut', 'twice' | ForEach-Object { New-Item -ItemType Directory "$in/$_" }
    Set-Content "$in/others/$name.txt" "notes on $name^Xaver, MRN-998877, longer than what a header needs"
    $null = Write-Instance 'others/DICOMDIR' @{ SOPClassUID = '1.2.840.10008.1.3.10' }
    [IO.File]::WriteAllBytes("$in/empty/$name.dcm", [byte[]]@())
    [IO.File]::WriteAllBytes("$in/cut/$name 1.dcm", $bytes[0..300])
    [IO.File]::WriteAllBytes("$in/cut/$name 2.dcm", $bytes[0..($bytes.Length - 3)])
    Copy-Item $whole "$in/twice/$name 1.dcm"
    Copy-Item $whole "$in/twice/$name 2.dcm"
    $other = @{ SeriesInstanceUID = '1.2'; SOPInstanceUID = '1.2.1' }
    $null = Write-Instance "two/$name.dcm"
    $null = Write-Instance 'two/other.dcm' ($other + @{ PatientID = 'MRN-998878' })
    $null = Write-Instance "three/$name.dcm" ($other + @{ PatientID = 'MRN-998879' })
    $null = Write-Instance 'births/1.dcm'
    $null = Write-Instance 'births/2.dcm' ($other + @{ PatientBirthDate = '19370430' })
    $null = Write-Instance 'nameless/1.dcm' @{ PatientID = $null }

    $null = New-ProtectionKey "$TestDrive/key"
    Set-Content "$TestDrive/broken.key" 'no key'
    Set-Content "$TestDrive/broken.csv" 'name,words', "$name,MRN-998877"
    Set-Content "$TestDrive/ambiguous.csv" 'subj,MRN', 'S-1,MRN-998877', 'S-2,MRN-998877'
    $variables = @{
        in = $in; name = $name; out = "$TestDrive/out"; key = "$TestDrive/key"; brokenKey = "$TestDrive/broken.key"
        brokenMap = "$TestDrive/broken.csv"; ambiguousMap = "$TestDrive/ambiguous.csv"
        patientName = $known.PatientName; patientId = $known.PatientID
    }
    $left = 'Sonderling', 'Xaver', 'MRN-99887', '19370429', '19370430', 'ACC-554433', '030-778899'
    $values = "$($left -join '|')|998877|554433"
}

Describe 'No stream of a PowerShell holds a value of the patient after <Fault>' -ForEach $faults {
    AfterEach {
        Remove-Item "$TestDrive/out" -Recurse -Force -ErrorAction Ignore
    }

    It 'errors with all that they hold, warnings, progress, verbose, debug, information and the table of the results' {
        $text = Invoke-Captured $Script $variables
        $text | Should -Match $Id
        $text | Should -Not -Match $values
        Find-PartialFile $TestDrive | Should -BeNullOrEmpty
    }
}

Describe 'A PowerShell that runs without anybody watching' {
    BeforeAll {
        $script = "$TestDrive/night.ps1"
        Set-Content $script @'
param($module, $in, $out, $key, $transcript)
$VerbosePreference = $DebugPreference = $InformationPreference = $ProgressPreference = 'Continue'
$null = Start-Transcript $transcript
Import-Module $module -Verbose:$false
Get-DicomSeries "$in/none"
# A table waits up to 300 ms for more of its kind, and what comes after it waits too: the transcript might be over by then.
Get-ChildItem $in -Directory | Protect-DicomPatient -Destination $out -KeyPath $key -Force | Out-Host
Protect-DicomPatient $in -Destination $out -KeyPath $key -WhatIf
Protect-DicomPatient $in -Destination $out -KeyPath "$out/none"
$Error | Format-List * -Force | Out-String | Write-Output
Stop-Transcript
'@
        $transcript = "$TestDrive/transcript.txt"
        $pwsh = (Get-Process -Id $PID).Path
        $output = & $pwsh -NoProfile -NonInteractive -File $script "$repository/Dams.psd1" $in "$TestDrive/night" "$TestDrive/key" $transcript *>&1 | Out-String
    }

    It 'writes a transcript and a console log that name nobody' {
        $output | Should -Match 'NoSuchPath'
        $output | Should -Match 'UnreadableKey'
        $output | Should -Match 'SUBJ-'
        $output | Should -Match 'What if: '
        Get-Content $transcript -Raw | Should -Match 'UnreadableKey'
        # The head of a transcript holds the command line, which is the user's.
        $log = (Get-Content $transcript -Raw) -replace '(?m)^Host Application:.*$'
        $log | Should -Not -Match $values
        $output | Should -Not -Match $values
    }

    It 'leaves nothing of the patient at the destination' {
        Find-FileWith "$TestDrive/night" $left | Should -BeNullOrEmpty
        Get-ChildItem "$TestDrive/night" -Recurse -File | Should -Not -BeNullOrEmpty
        Find-PartialFile "$TestDrive/night" | Should -BeNullOrEmpty
    }
}
