BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName

    function Write-Patient([string] $Path) {
        $null = New-TestDicom "$Path/Series_3/1.dcm"
        $recording = "$Path/Series_3/CAS-One Recordings/2024-03-12_10-15-00"
        $null = New-Item -ItemType Directory -Force $recording
        Set-Content -LiteralPath "$recording/Plan_2024-03-12.xml" @'
<?xml version="1.0" encoding="UTF-8"?>
<Eagles version='3.0' time="2024-03-12_10-15-00 10.48.12">
  <!-- kept  -->
  <PatientData seriesID="1.2.3.1" seriesPath="C:\Pat_Muster Erika" patientID="MRN-4711" />
  <CTInfo operator="Beispiel" />
  <Note>planned for Erika Muster</Note>
</Eagles>
'@
        Set-Content -LiteralPath "$recording/PatientInfo.xml" '<PatientInfo ID="MRN-4711" Initial="Muster Erika" DOB="1952-08-17" />'
    }

    Write-Patient "$TestDrive/Muster Erika"
    $in = "$TestDrive/Muster Erika"
    $left = 'Muster', 'Erika', 'MRN-4711', '4711', '1952', '2024', 'Beispiel'
    $results = @(Protect-PatientXml $in -Destination "$TestDrive/out" -KeyPath $key -WarningVariable told)
    $plan = $results | Where-Object Path -Like '*Plan_*'
}

Describe 'Protect-PatientXml' {
    It 'gives one result for each file, with the properties of its page' {
        $results | Should -HaveCount 2
        $plan | Should -BeOfType 'Dams.ProtectedXml'
        $plan.psobject.Properties.Name | Should -BeExactly 'Subject', 'SourcePath', 'Path', 'ChangeCount'
        $plan.ChangeCount | Should -Be 6
        $told | Should -BeNullOrEmpty
    }

    It 'leaves nothing of the patient, in no byte and no name' {
        Find-FileWith "$TestDrive/out" $left | Should -BeNullOrEmpty
        Get-ChildItem "$TestDrive/out" -Recurse -File | Should -HaveCount 2
        Find-PartialFile "$TestDrive/out" | Should -BeNullOrEmpty
    }

    It 'gives the XML the subject and the UIDs of the images' {
        $series = Protect-DicomPatient $in -Destination "$TestDrive/images" -KeyPath $key -WarningAction Ignore
        $plan.Subject | Should -BeExactly $series.Subject
        $xml = [xml](Get-Content -LiteralPath $plan.Path -Raw)
        $xml.Eagles.PatientData.patientID | Should -BeExactly $series.Subject
        $xml.Eagles.PatientData.seriesID | Should -BeExactly $series.SeriesInstanceUID
    }

    It 'keeps what is not of the patient as it was' {
        $lines = Get-Content -LiteralPath $plan.Path
        $lines[0] | Should -BeExactly '<?xml version="1.0" encoding="UTF-8"?>'
        $lines[1] | Should -Match "^<Eagles version='3\.0' time="
        $lines[2] | Should -BeExactly '  <!-- kept  -->'
        $lines[3] | Should -BeLike '  <PatientData seriesID="*" seriesPath="" patientID="SUBJ-*" />'
        $lines[5] | Should -BeExactly '  <Note>planned for [removed]</Note>'
    }

    It 'is found clean by the audit, which finds what it takes out' {
        $map = @([pscustomobject]@{ subj = $plan.Subject; MRN = 'MRN-4711' }) | Import-SubjectMap
        Find-PatientIdentifier "$TestDrive/out" -SubjectMap $map -ReferencePath $in | Should -BeNullOrEmpty
        $found = Find-PatientIdentifier "$in/Series_3/CAS-One Recordings" -ReferencePath "$in/Series_3/1.dcm"
        $found.Kind | Should -Contain 'Name'
        $found.Kind | Should -Contain 'Identifier'
        $found.Kind | Should -Contain 'Date'
        $found.Kind | Should -Contain 'OriginalUid'
    }

    It 'replaces in place, renames what tells a date and says so' {
        Write-Patient "$TestDrive/place"
        $done = Protect-PatientXml "$TestDrive/place" -InPlace -KeyPath $key -WarningVariable warned -WarningAction SilentlyContinue
        $done | Should -HaveCount 2
        $warned | Should -BeLike '1 XML file was renamed*'
        $files = Get-ChildItem "$TestDrive/place" -Recurse -Filter *.xml
        $files.Name | Where-Object { $_ -match '^Plan_[0-9a-f]{8}\.xml$' } | Should -HaveCount 1
        ($files | Where-Object Name -EQ 'PatientInfo.xml' | Get-Content -Raw) | Should -Not -Match 'Muster|4711'
    }

    It 'takes rows of a patient list' {
        $rows = [pscustomobject]@{ Patient_Dir_Paths = $in; Patient_ID = 'M03'; 'Patient Name' = 'MAV-M03'; Date_of_Birth = '1960-01-01' }
        $done = $rows | Protect-PatientXml -Destination "$TestDrive/rows" -KeyPath $key
        $done.Subject | Select-Object -Unique | Should -Be 'M03'
        $info = $done | Where-Object Path -Like '*Xml_*'
        Get-Content $info.Path | Should -BeExactly '<PatientInfo ID="M03" Initial="MAV-M03" DOB="1960-01-01" />'
    }

    It 'keeps the year of birth and the times with Encode' {
        $done = Protect-PatientXml $in -Destination "$TestDrive/encode" -Profile Encode -KeyPath $key
        $text = $done.Path | ForEach-Object { Get-Content -LiteralPath $_ -Raw }
        $text -join '' | Should -Match 'DOB="1952-01-01"'
        $text -join '' | Should -Match 'time="2024-03-12_10-15-00 10.48.12"'
        $text -join '' | Should -Match 'seriesID="1.2.3.1"'
    }

    It 'takes rules of a recipe for XML of another kind' {
        $null = New-TestDicom "$TestDrive/report/1.dcm"
        Set-Content "$TestDrive/report/report.xml" '<Report><Doctor>Beispiel</Doctor><Size>12 mm</Size></Report>'
        Set-Content "$TestDrive/recipe.json" '{ "xml": [ { "path": "/Report/Doctor", "action": "remove" } ] }'
        $done = Protect-PatientXml "$TestDrive/report" -Destination "$TestDrive/reported" -Recipe "$TestDrive/recipe.json" -KeyPath $key
        Get-Content $done.Path | Should -BeExactly '<Report><Size>12 mm</Size></Report>'
        $asProfile = Protect-PatientXml "$TestDrive/report" -Destination "$TestDrive/reported2" -Profile "$TestDrive/recipe.json" -KeyPath $key
        Get-Content $asProfile.Path | Should -BeExactly '<Report><Size>12 mm</Size></Report>'
    }

    It 'makes of XML of an unknown kind one error that names nobody' {
        $null = New-TestDicom "$TestDrive/Muster/1.dcm"
        Set-Content "$TestDrive/Muster/Muster.xml" '<Report>Muster</Report>'
        Protect-PatientXml "$TestDrive/Muster" -Destination "$TestDrive/never" -KeyPath $key -ErrorVariable failures -ErrorAction SilentlyContinue |
            Should -BeNullOrEmpty
        $failures.FullyQualifiedErrorId | Should -Be 'UnknownXml,Dams.Commands.ProtectPatientXmlCommand'
        Get-ErrorText $failures[0] | Should -Not -Match 'Muster'
        "$TestDrive/never" | Should -Not -Exist
    }

    It 'wants a destination or -InPlace, and not both' -ForEach @(@{ More = @{} }, @{ More = @{ InPlace = $true; Destination = 'x' } }) {
        { Protect-PatientXml $in -KeyPath $key @More } | Should -Throw -ErrorId 'DestinationOrInPlace,*'
    }

    It 'does not take silence for success where there is no XML' {
        Protect-PatientXml "$in/Series_3/1.dcm" -Destination "$TestDrive/none" -KeyPath $key -ErrorVariable failures -ErrorAction SilentlyContinue
        $failures.FullyQualifiedErrorId | Should -Be 'NoXmlFound,Dams.Commands.ProtectPatientXmlCommand'
    }

    It 'writes nothing with -WhatIf' {
        Protect-PatientXml $in -Destination "$TestDrive/what" -KeyPath $key -WhatIf | Should -BeNullOrEmpty
        "$TestDrive/what" | Should -Not -Exist
    }

    It 'shows no path and no value of the patient in its table' {
        $table = $results | Out-String -Width 500
        $table | Should -Match $plan.Subject
        $table | Should -Not -Match 'Muster|4711|1952|2024'
    }

    It 'tells a row whose birth date is none, and does not repeat it' {
        $row = [pscustomobject]@{ LiteralPath = $in; Date_of_Birth = 'Sonderling' }
        $row | Protect-PatientXml -Destination "$TestDrive/rows" -KeyPath $key -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -BeLike 'UnreadableBirthDate,*'
        "$problems" | Should -Not -Match 'Sonderling'
    }
}
