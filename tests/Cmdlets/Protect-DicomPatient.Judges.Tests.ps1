BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    Initialize-Demo "$TestDrive/demo"
    $key = "$TestDrive/demo/private/protection.key"
    $null = Protect-DicomPatient "$TestDrive/demo/source" -Destination "$TestDrive/basic" -KeyPath $key
    $null = Protect-DicomPatient "$TestDrive/demo/source" -Destination "$TestDrive/encode" -KeyPath $key -Profile Encode
    $file = (Get-ChildItem "$TestDrive/basic" -Recurse -File | Sort-Object FullName)[0].FullName
    $encoded = (Get-ChildItem "$TestDrive/encode" -Recurse -File | Sort-Object FullName)[0].FullName
    $python = Get-Command python3, python -All -CommandType Application -ErrorAction Ignore |
        Where-Object { & $_.Source -c 'import pydicom' 2>$null; $LASTEXITCODE -eq 0 } | Select-Object -First 1
    Set-Content "$TestDrive/read.py" @'
import json, pathlib, sys
import pydicom

def show(folder):
    files = {}
    for path in sorted(pathlib.Path(folder).rglob("*.dcm")):
        ds = pydicom.dcmread(path)
        files[path.relative_to(folder).as_posix()] = {
            "name": str(ds.PatientName), "id": ds.PatientID, "birth": ds.get("PatientBirthDate"),
            "instance": ds.SOPInstanceUID, "meta": ds.file_meta.MediaStorageSOPInstanceUID, "study": ds.StudyInstanceUID,
            "syntax": ds.file_meta.TransferSyntaxUID, "preamble": any(ds.preamble), "pixels": len(ds.PixelData),
            "valid": all(pydicom.uid.UID(e.value).is_valid for e in ds.iterall() if e.VR == "UI" and e.VM == 1),
            "removed": ds.get("PatientIdentityRemoved"), "private": any(e.tag.is_private for e in ds.iterall()),
        }
    return files

json.dump(show(sys.argv[1]), sys.stdout)
'@
}

Describe 'pydicom' {
    BeforeEach {
        if (-not $python) {
            Set-ItResult -Skipped -Because 'there is no Python with pydicom'
        }
    }

    It 'reads in every Basic output what the rules say' {
        $read = & $python.Source "$TestDrive/read.py" "$TestDrive/basic" | ConvertFrom-Json -AsHashtable
        $read.Keys | Should -HaveCount 96
        foreach ($place in $read.Keys) {
            $one = $read[$place]
            $subject = $place.Split('/')[0]
            "$($one.name) $($one.id)" | Should -BeExactly "$subject $subject"
            $one.birth | Should -BeNullOrEmpty
            $one.instance | Should -BeExactly $one.meta
            $one.instance | Should -Match '^2\.25\.[1-9]\d{0,38}$'
            $one.valid | Should -BeTrue
            $one.removed | Should -BeExactly 'YES'
            $one.preamble | Should -BeFalse
            $one.private | Should -BeFalse
            $one.pixels | Should -Be 32768
        }
        $read.Values.instance | Sort-Object -Unique | Should -HaveCount 96
        $read.Values.study | Sort-Object -Unique | Should -HaveCount 2
    }

    It 'reads in every Encode output the new identity and nothing else that is new' {
        $read = & $python.Source "$TestDrive/read.py" "$TestDrive/encode" | ConvertFrom-Json -AsHashtable
        $read.Keys | Should -HaveCount 96
        $read.Values.removed | Where-Object { $_ } | Should -BeNullOrEmpty
        $read.Values.birth | Sort-Object -Unique | Should -Be '19520101', '19610101'
        $read.Values.study | Sort-Object -Unique | Should -Be '2.25.1000', '2.25.1001'
        foreach ($place in $read.Keys) {
            $read[$place].id | Should -BeExactly $place.Split('/')[0]
            $read[$place].name | Should -BeExactly $place.Split('/')[1]
        }
    }
}

Describe 'dcmdump' {
    BeforeEach {
        if (-not (Get-Command dcmdump -CommandType Application -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'DCMTK is not installed'
        }
    }

    It 'reads every output without a word' {
        $files = Get-ChildItem "$TestDrive/basic", "$TestDrive/encode" -Recurse -File | ForEach-Object FullName
        $words = dcmdump --quiet $files 2>&1 | Where-Object { $_ -is [Management.Automation.ErrorRecord] }
        $LASTEXITCODE | Should -Be 0
        $words | Should -BeNullOrEmpty
    }

    It 'finds what Get-DicomElement finds: <_>' -ForEach 'file', 'encoded' {
        $path = (Get-Variable $_ -ValueOnly)
        $dumped = dcmdump $path | Where-Object { $_ -cmatch '^\((?<tag>[0-9a-f]{4},[0-9a-f]{4})\) (?<vr>[A-Z]{2}) ' } |
            ForEach-Object { "($($Matches.tag.ToUpperInvariant())) $($Matches.vr)" }
        $listed = Get-DicomElement $path | ForEach-Object { "$($_.Tag) $($_.VR)" }
        $listed | Should -Be $dumped
    }
}

Describe 'dciodvfy' {
    It 'finds no error in the output that it did not find in the source' {
        if (-not (Get-Command dciodvfy -CommandType Application -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'dciodvfy is not installed'
        }
        $source = (Get-ChildItem "$TestDrive/demo/source" -Recurse -File)[0].FullName
        $faults = { @(dciodvfy $args[0] 2>&1 | ForEach-Object { "$_" } | Where-Object { $_ -like 'Error*' }) }
        $before = & $faults $source
        & $faults $file | Where-Object { $_ -notin $before } | Should -BeNullOrEmpty
        & $faults $encoded | Where-Object { $_ -notin $before } | Should -BeNullOrEmpty
    }
}
