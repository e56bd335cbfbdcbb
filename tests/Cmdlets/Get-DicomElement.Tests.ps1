BeforeAll {
    . "$PSScriptRoot/../Support/TestTools.ps1"
    $file = (New-TestDicom "$TestDrive/one.dcm" @{
            ReferencedImageSequence = @(
                @{ ReferencedSOPClassUID = '1.2.840.10008.5.1.4.1.1.2'; ReferencedSOPInstanceUID = '1.2.3.4.7' }
                @{ ReferencedSOPClassUID = '1.2.840.10008.5.1.4.1.1.2'; ReferencedSOPInstanceUID = '1.2.3.4.8' })
            '0009,0010 LO' = 'MUSTER MAKER'
            '0009,1001 LO' = 'private words'
            PatientComments = ''
        }).FullName
}

Describe 'Get-DicomElement' {
    It 'gives one object for each element, with the properties of the design' {
        $element = Get-DicomElement $file -Tag PatientName
        $element | Should -BeOfType 'Dams.DicomElement'
        $element.psobject.Properties.Name | Should -BeExactly 'File', 'Tag', 'Keyword', 'VR', 'Length', 'Value', 'ElementPath'
        $element.File | Should -Be (Get-Item $file).FullName
        $element.Tag | Should -BeExactly '(0010,0010)'
        $element.Keyword | Should -BeExactly 'PatientName'
        $element.VR | Should -BeExactly 'PN'
        $element.Length | Should -Be 12
        $element.Value | Should -BeExactly 'Muster^Erika'
        $element.ElementPath | Should -BeExactly 'PatientName'
    }

    It 'gives all elements of the top level, file meta information first, in the order of the file' {
        $elements = Get-DicomElement $file
        $elements[0].Tag | Should -Be '(0002,0000)'
        $elements[-1].Keyword | Should -Be 'PixelData'
        $elements.Tag | Should -Be ($elements.Tag | Sort-Object -Culture '')
        $elements.Keyword | Should -Not -Contain 'ReferencedSOPInstanceUID'
    }

    It 'takes <Tag> for PatientID' -ForEach @(
        @{ Tag = 'PatientID' }, @{ Tag = 'patientid' }, @{ Tag = '0010,0020' }, @{ Tag = '(0010,0020)' }, @{ Tag = '00100020' }
    ) {
        (Get-DicomElement $file -Tag $Tag).Value | Should -BeExactly 'MRN-4711'
    }

    It 'takes tags by position and several at once' {
        (Get-DicomElement $file PatientSex, Modality).Value | Should -Be 'CT', 'F'
    }

    It 'gives nothing for a tag that the file lacks' {
        Get-DicomElement $file PatientAddress | Should -BeNullOrEmpty
    }

    It 'refuses a word that is no keyword and no tag' {
        { Get-DicomElement $file PatientNam } |
            Should -Throw -ErrorId 'UnknownAttribute,Dams.Commands.GetDicomElementCommand' -ExpectedMessage 'PatientNam is neither*'
    }

    It 'goes into sequences with -Recurse and says where an element stands' {
        $references = Get-DicomElement $file ReferencedSOPInstanceUID -Recurse
        $references.Value | Should -Be '1.2.3.4.7', '1.2.3.4.8'
        $references.ElementPath | Should -BeExactly @(
            'ReferencedImageSequence[1].ReferencedSOPInstanceUID', 'ReferencedImageSequence[2].ReferencedSOPInstanceUID')
    }

    It 'stays at the top level without -Recurse' {
        Get-DicomElement $file ReferencedSOPInstanceUID | Should -BeNullOrEmpty
    }

    It 'gives <Keyword> as <Type>' -ForEach @(
        @{ Keyword = 'Rows'; Type = 'a number'; Expected = 2 }
        @{ Keyword = 'ImageType'; Type = 'an array of texts'; Expected = 'ORIGINAL', 'PRIMARY', 'AXIAL' }
        @{ Keyword = 'ReferencedImageSequence'; Type = 'the number of its items'; Expected = 2 }
        @{ Keyword = 'PatientComments'; Type = 'nothing where it is empty'; Expected = $null }
    ) {
        $element = Get-DicomElement $file $Keyword
        $element | Should -HaveCount 1
        $element.Value | Should -Be $Expected
    }

    It 'names a private element by its tag' {
        $element = Get-DicomElement $file '0009,1001'
        $element.Keyword | Should -BeExactly ''
        $element.ElementPath | Should -BeExactly '(0009,1001)'
        $element.Value | Should -BeExactly 'private words'
    }

    It 'does not show a value of more than 64 KiB' {
        $large = New-TestDicom "$TestDrive/large.dcm" @{ PixelData = [byte[]]::new(64KB + 2) }
        $element = Get-DicomElement $large.FullName PixelData
        $element.Length | Should -Be (64KB + 2)
        $element.Value | Should -BeNullOrEmpty
    }

    It 'takes files of Get-ChildItem and folders' {
        $null = New-TestDicom "$TestDrive/some/1.dcm" @{ PatientID = 'MRN-1' }
        $null = New-TestDicom "$TestDrive/some/below/2.dcm" @{ PatientID = 'MRN-2' }
        (Get-ChildItem "$TestDrive/some" -Recurse -File | Get-DicomElement -Tag PatientID).Value | Sort-Object | Should -Be 'MRN-1', 'MRN-2'
        (Get-DicomElement "$TestDrive/some" PatientID).Value | Sort-Object | Should -Be 'MRN-1', 'MRN-2'
    }

    It 'tells a file that it cannot read and goes on to the next' {
        [IO.File]::WriteAllBytes("$TestDrive/empty.dcm", [byte[]]@())
        Set-Content "$TestDrive/words.txt" 'some text, longer than what a header needs to be read'

        $found = Get-DicomElement "$TestDrive/empty.dcm", "$TestDrive/words.txt", $file PatientID -ErrorVariable problems -ErrorAction SilentlyContinue

        $found.Value | Should -Be 'MRN-4711'
        $problems.FullyQualifiedErrorId | Should -Be @(
            'EmptyFile,Dams.Commands.GetDicomElementCommand', 'NotDicom,Dams.Commands.GetDicomElementCommand')
        $problems[0].TargetObject | Should -BeNullOrEmpty
    }

    It 'becomes a table that spreadsheets read' {
        $rows = Get-DicomElement $file PatientName, Rows | ConvertTo-Csv | ConvertFrom-Csv
        $rows.Value | Should -Be 'Muster^Erika', '2'
    }
}
