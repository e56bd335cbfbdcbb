BeforeDiscovery {
    $titles = @(
        @{ Subject = 'Patient_ID'; Name = 'Patient_Name'; Date = 'Date_of_Birth'; Folders = 'Patient_Dir_Paths' }
        @{ Subject = 'subj'; Name = 'PatientName'; Date = 'DOB'; Folders = 'Paths' }
        @{ Subject = 'Subject'; Name = 'patient name'; Date = 'PatientBirthDate'; Folders = 'LiteralPath' }
        @{ Subject = 'SUBJECT ID'; Name = 'PATIENT_NAME'; Date = 'birth date'; Folders = 'FullName' }
    )
    $dates = @(
        @{ Form = 'text of DICOM'; Written = '19601231' }
        @{ Form = 'ISO 8601'; Written = '1960-12-31' }
        @{ Form = 'day, month and year with dots'; Written = '31.12.1960' }
        @{ Form = 'month first, which no other order can mean'; Written = '12/31/1960' }
        @{ Form = 'month in words'; Written = '31 Dec 1960' }
        @{ Form = 'date'; Written = [datetime]::new(1960, 12, 31) }
        @{ Form = 'number of a spreadsheet'; Written = 22281.0 }
    )
    $rows = foreach ($title in $titles) { foreach ($date in $dates) { $title + $date } }
}

BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $key = (New-ProtectionKey "$TestDrive/key").FullName
    $in = "$TestDrive/in"
    $null = New-TestDicom "$in/1.dcm"
    Set-Content -LiteralPath "$in/PatientInfo.xml" '<PatientInfo ID="MRN-4711" Initial="Muster Erika" DOB="1952-08-17" />'
    $wanted = @{ KeyPath = $key; Profile = 'Encode'; WarningAction = 'Ignore' }

    function New-Row($Title, $Paths, $Date) {
        [pscustomobject][ordered]@{ $Title.Subject = 'S-07'; $Title.Name = 'SEVEN'; $Title.Date = $Date; $Title.Folders = $Paths }
    }

    function Get-Image([string] $Path) {
        $file = Get-ChildItem $Path -Recurse -Filter *.dcm
        (Get-Value $file.FullName PatientID), (Get-Value $file.FullName PatientName), (Get-Value $file.FullName PatientBirthDate) -join ' '
    }

    function Get-Xml([string] $Path) { Get-ChildItem $Path -Recurse -Filter *.xml | Get-Content -Raw }
}

Describe 'One row' {
    It 'means the same through every door: <Subject>, <Date> as <Form>, <Folders>' -ForEach $rows {
        $row = New-Row $_ $in $Written
        $out = "$TestDrive/$([guid]::NewGuid())"
        $null = $row | Protect-DicomPatient -Destination "$out/images" @wanted
        $null = $row | Protect-PatientXml -Destination "$out/xml" @wanted
        $null = $row | Invoke-PatientBatch -Destination "$out/job" @wanted
        Get-Image "$out/images" | Should -BeExactly 'S-07 SEVEN 19601231'
        Get-Image "$out/job" | Should -BeExactly 'S-07 SEVEN 19601231'
        $xml = Get-Xml "$out/xml"
        $xml.Trim() | Should -BeExactly '<PatientInfo ID="S-07" Initial="SEVEN" DOB="1960-12-31" />'
        Get-Xml "$out/job" | Should -BeExactly $xml
    }

    It 'takes a Python list of folders through every door' {
        $row = [pscustomobject]@{ subj = 'S-08'; Patient_Dir_Paths = "['$($in -replace '\\', '\\')']" }
        $row | Get-DicomSeries -WarningAction Ignore | Should -HaveCount 1
        $row | Get-DicomElement -Tag PatientID -ErrorAction SilentlyContinue | Should -HaveCount 1
        $row | Protect-PatientXml -Destination "$TestDrive/python" @wanted | ForEach-Object Subject | Should -BeExactly 'S-08'
    }

    It 'is refused by every door for the same reason: <Reason>' -ForEach @(
        @{ Reason = 'AmbiguousBirthDate'; Row = @{ subj = 'S-09'; DOB = '03/04/1950' } }
        @{ Reason = 'UnreadableBirthDate'; Row = @{ subj = 'S-09'; DOB = 'soon' } }
        @{ Reason = 'NumericID'; Row = @{ subj = 7 } }
        @{ Reason = 'IDFitsNoFolder'; Row = @{ subj = 'S-09'; MRN = 'ELSE-1' } }
        @{ Reason = 'GivenValueIsPatients'; Row = @{ subj = 'MRN-4711' } }
    ) {
        $given = [pscustomobject]($Row + @{ Path = $in })
        $failed = foreach ($door in 'Protect-DicomPatient', 'Protect-PatientXml', 'Invoke-PatientBatch') {
            $null = $given | & $door -Destination "$TestDrive/refused" @wanted -ErrorVariable problem -ErrorAction SilentlyContinue
            ($problem[0].FullyQualifiedErrorId -split ',')[0]
        }
        $failed | Should -Be @($Reason, $Reason, $Reason)
        "$TestDrive/refused" | Should -Not -Exist
    }

    It 'takes the width of numbers through every door' {
        $row = [pscustomobject]@{ subj = 7; Path = $in }
        foreach ($door in 'Protect-DicomPatient', 'Protect-PatientXml', 'Invoke-PatientBatch') {
            ($row | & $door -Destination "$TestDrive/width-$door" -IdWidth 3 @wanted).Subject | Should -BeExactly '007'
        }
    }

    It 'yields to parameters, which are for one patient, through every door' {
        $row = [pscustomobject]@{ subj = 'S-11'; Patient_Name = 'ELEVEN'; Path = $in }
        $null = New-TestDicom "$TestDrive/other/1.dcm" @{ PatientID = 'MRN-0815' }
        $another = [pscustomobject]@{ subj = 'S-12'; Path = "$TestDrive/other" }
        foreach ($door in 'Protect-DicomPatient', 'Protect-PatientXml', 'Invoke-PatientBatch') {
            $done = $row | & $door -Destination "$TestDrive/parameter-$door" -SubjectID 'S-13' @wanted
            $done.Subject | Should -BeExactly 'S-13'
            $null = $row, $another | & $door -Destination "$TestDrive/two-$door" -SubjectID 'S-13' @wanted -ErrorVariable problem -ErrorAction SilentlyContinue
            $problem.FullyQualifiedErrorId | ForEach-Object { ($_ -split ',')[0] } | Should -Be 'SeveralPatients', 'SeveralPatients'
            "$TestDrive/two-$door" | Should -Not -Exist
        }
        (Invoke-PatientBatch $in -Destination "$TestDrive/folder" -SubjectID 'S-13' @wanted).Subject | Should -BeExactly 'S-13'
    }

    It 'is a line of a subject map by the same titles' {
        $line = [pscustomobject]@{ Patient_ID = 'S-10'; MRN = 'MRN-4711' } | Import-SubjectMap
        $line.Subj, $line.MRN | Should -Be 'S-10', 'MRN-4711'
        $line = [pscustomobject]@{ subj = 'S-10'; PatientID = 'MRN-4711' } | Import-SubjectMap
        $line.Subj, $line.MRN | Should -Be 'S-10', 'MRN-4711'
        $line = [pscustomobject]@{ id = 'S-10'; PatientID = 'MRN-4711' } | Import-SubjectMap
        $line.Subj, $line.MRN | Should -Be 'S-10', 'MRN-4711'
        $row = [pscustomobject]@{ id = 'S-10'; PatientID = 'MRN-4711'; Path = $in }
        ($row | Protect-DicomPatient -Destination "$TestDrive/map" @wanted).Subject | Should -BeExactly 'S-10'
    }
}
