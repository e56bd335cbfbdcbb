BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $in = "$TestDrive/in"
    $null = New-TestDicom "$in/b/2.dcm" @{ InstanceNumber = '2'; SOPInstanceUID = '1.2.3.4.2'; AcquisitionDate = '20240310' }
    $null = New-TestDicom "$in/a/1.dcm"
    $null = New-TestDicom "$in/a/other.dcm" @{
        SeriesInstanceUID = '1.2.3.2'; SOPInstanceUID = '1.2.3.5'; Modality = 'MR'; SeriesNumber = $null; SliceThickness = $null
    }
    $series = @(Get-DicomSeries $in)
}

Describe 'Get-DicomSeries' {
    It 'gives one object for each series, in the order of the paths' {
        $series | Should -HaveCount 2
        $series[0] | Should -BeOfType 'Dams.DicomSeries'
        $series.SeriesInstanceUID | Should -Be '1.2.3.1', '1.2.3.2'
    }

    It 'says what the first instance says' {
        $first = $series[0]
        $first.PatientID | Should -BeExactly 'MRN-4711'
        $first.PatientName | Should -BeExactly 'Muster^Erika'
        $first.PatientBirthDate | Should -BeExactly '19520817'
        $first.PatientSex | Should -BeExactly 'F'
        $first.StudyInstanceUID | Should -BeExactly '1.2.3'
        $first.StudyDate | Should -BeExactly '20240311'
        $first.StudyDescription | Should -BeExactly 'CT Abdomen Muster'
        $first.SeriesNumber | Should -Be 3
        $first.SeriesDescription | Should -BeExactly 'venous'
        $first.Modality | Should -BeExactly 'CT'
        $first.SOPClassUID | Should -BeExactly '1.2.840.10008.5.1.4.1.1.2'
        $first.FrameOfReferenceUID | Should -BeExactly '1.2.3.9'
        $first.SliceThickness | Should -Be 2.5
    }

    It 'gives the properties of the design, spelled as the standard spells them' {
        $series[0].psobject.Properties.Name | Should -BeExactly @(
            'PatientID', 'PatientName', 'PatientBirthDate', 'PatientSex', 'StudyInstanceUID', 'StudyDate', 'StudyDescription'
            'SeriesInstanceUID', 'SeriesNumber', 'SeriesDescription', 'Modality', 'SOPClassUID', 'FrameOfReferenceUID'
            'CTDate', 'SliceThickness', 'InstanceCount', 'Length', 'Path', 'Files', 'Roots', 'CTDay', 'StudyDay', 'PatientBirthDay')
    }

    It 'finds the instances of a series in several folders, and names the folder that holds them' {
        $series[0].InstanceCount | Should -Be 2
        $series[0].Files | Should -Be (Get-Item "$in/a/1.dcm", "$in/b/2.dcm").FullName
        $series[0].Path | Should -Be (Get-Item $in).FullName
        $series[0].Length | Should -Be (Get-Item "$in/a/1.dcm", "$in/b/2.dcm" | Measure-Object Length -Sum).Sum
        $series[1].Path | Should -Be (Get-Item "$in/a").FullName
    }

    It 'dates a series by its earliest instance' {
        $series[0].CTDate | Should -BeExactly '20240310'
    }

    It 'has no number where the instance has none' {
        $series[1].SeriesNumber | Should -BeNullOrEmpty
        $series[1].SliceThickness | Should -BeNullOrEmpty
    }

    It 'dates a series by <Wanted> where the instance has nothing earlier in the order' -ForEach @(
        @{ Wanted = 'AcquisitionDate'; Date = '20240101'; Value = @{ AcquisitionDate = '20240101'; AcquisitionDateTime = '20240102' } }
        @{ Wanted = 'AcquisitionDateTime'; Date = '20240102'; Value = @{ AcquisitionDate = $null; AcquisitionDateTime = '20240102101112.5' } }
        @{ Wanted = 'SeriesDate'; Date = '20240103'; Value = @{ AcquisitionDate = $null; SeriesDate = '20240103'; ContentDate = '20240104' } }
        @{ Wanted = 'ContentDate'; Date = '20240104'; Value = @{ AcquisitionDate = $null; SeriesDate = $null; ContentDate = '20240104' } }
        @{ Wanted = 'StudyDate'; Date = '20240105'; Value = @{ AcquisitionDate = $null; SeriesDate = $null; StudyDate = '20240105' } }
        @{ Wanted = 'nothing'; Date = ''; Value = @{ AcquisitionDate = $null; SeriesDate = 'yesterday'; StudyDate = '20241399' } }
    ) {
        $file = New-TestDicom "$TestDrive/date/$Wanted.dcm" $Value

        (Get-DicomSeries $file.FullName).CTDate | Should -BeExactly $Date
    }

    It 'reads names in the character set of the file' {
        $korean = "Hong^Gildong=`u{6d2a}^`u{5409}`u{6d1e}=`u{d64d}^`u{ae38}`u{b3d9}"
        $file = New-TestDicom "$TestDrive/korean/1.dcm" @{ SpecificCharacterSet = 'ISO_IR 192'; PatientName = $korean } ([Text.Encoding]::UTF8)

        (Get-DicomSeries $file.FullName).PatientName | Should -BeExactly $korean
    }

    It 'does not read pixel data: a file that ends in them is found' {
        $file = New-TestDicom "$TestDrive/cut/1.dcm"
        $bytes = [IO.File]::ReadAllBytes($file)
        [IO.File]::WriteAllBytes($file, $bytes[0..($bytes.Length - 3)])

        (Get-DicomSeries $file.FullName).InstanceCount | Should -Be 1
    }

    It 'parts patients and studies that share a series UID' {
        $null = New-TestDicom "$TestDrive/shared/1.dcm"
        $null = New-TestDicom "$TestDrive/shared/2.dcm" @{ PatientID = 'MRN-4712' }
        $null = New-TestDicom "$TestDrive/shared/3.dcm" @{ StudyInstanceUID = '1.2.9' }

        Get-DicomSeries "$TestDrive/shared" | Should -HaveCount 3
    }

    It 'counts a file once that is named several times' {
        (Get-DicomSeries $in, "$in/a", "$in/a/1.dcm" | Where-Object Modality -EQ 'CT').InstanceCount | Should -Be 2
    }

    It 'gives the same with one worker and with many' {
        $one = Get-DicomSeries $in -ThrottleLimit 1 | ConvertTo-Json
        $many = Get-DicomSeries $in -ThrottleLimit 16 | ConvertTo-Json
        $many | Should -BeExactly $one
    }

    It 'counts DICOMDIR and files that are not DICOM in a warning each' {
        $null = New-TestDicom "$TestDrive/others/DICOMDIR" @{ SOPClassUID = '1.2.840.10008.1.3.10' }
        $null = New-TestDicom "$TestDrive/others/1.dcm"
        Set-Content "$TestDrive/others/notes.txt", "$TestDrive/others/list.csv" 'some text, longer than what a header needs to be read'

        $found = Get-DicomSeries "$TestDrive/others" -WarningVariable warnings -WarningAction SilentlyContinue

        $found.InstanceCount | Should -Be 1
        $warnings.Message | Should -Be '2 files are not DICOM and were left out.', '1 DICOMDIR was left out.'
    }

    It 'tells a broken file as an error and goes on' {
        $null = New-TestDicom "$TestDrive/broken/2.dcm"
        [IO.File]::WriteAllBytes("$TestDrive/broken/1.dcm", [byte[]]@())
        [IO.File]::WriteAllBytes("$TestDrive/broken/3.dcm", [IO.File]::ReadAllBytes("$TestDrive/broken/2.dcm")[0..300])

        $found = Get-DicomSeries "$TestDrive/broken" -ErrorVariable problems -ErrorAction SilentlyContinue

        $found.InstanceCount | Should -Be 1
        $problems.FullyQualifiedErrorId | Should -Be @(
            'EmptyFile,Dams.Commands.GetDicomSeriesCommand', 'TruncatedElement,Dams.Commands.GetDicomSeriesCommand')
        $problems[0].TargetObject | Should -BeNullOrEmpty
        $problems[1].ToString() | Should -BeLike 'File 3: At byte 272, (0008,0008): 22 bytes of value were expected, * are left.*'
    }

    It 'refuses -ThrottleLimit <_>' -ForEach 0, 257 {
        { Get-DicomSeries $in -ThrottleLimit $_ } | Should -Throw -ErrorId 'ParameterArgumentValidationError,Dams.Commands.GetDicomSeriesCommand'
    }
}
